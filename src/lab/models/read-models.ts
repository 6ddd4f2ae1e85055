import type { ModelVersion } from '../../core/registry/entities.ts';
import type { Run } from '../../core/tracking/run.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A version with the run it came from; null where that run is gone. */
export interface VersionWithRun {
  readonly version: ModelVersion;
  readonly run: Run | null;
}

/** Names of the registered models, in order. */
export async function readModelNames({ engine }: Workspace): Promise<string[]> {
  return (await engine.registry.searchRegisteredModels()).map(({ name }) => name);
}

/** The versions of a model, newest first, with their runs. */
export async function readVersions({ engine }: Workspace, name: string): Promise<VersionWithRun[]> {
  const versions = await engine.registry.searchModelVersions(`name = '${name.replaceAll("'", "''")}'`);
  const runs = await engine.tracking.client.searchRuns({
    experimentIds: await experimentIds(engine),
    runViewType: 'ALL',
  });
  const byId = new Map(runs.map((run) => [run.info.runId, run]));
  return versions
    .toSorted((a, b) => b.version - a.version)
    .map((version) => ({ version, run: byId.get(version.runId ?? '') ?? null }));
}

async function experimentIds(engine: Workspace['engine']): Promise<string[]> {
  return (await engine.tracking.client.searchExperiments()).map(({ experimentId }) => experimentId);
}
