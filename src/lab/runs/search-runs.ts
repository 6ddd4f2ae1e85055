import type { Run } from '../../core/tracking/run.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Which runs to show and in which order, as the address keeps it. */
export interface RunsQuery {
  /** MLflow's filter language; empty for all runs. */
  readonly filter: string;
  /** Words that a run's name, params or tags must hold. */
  readonly text: string;
  /** Deleted runs are there until they are restored. */
  readonly view: 'active' | 'deleted';
  /** MLflow's order clause, e.g. 'metrics.auc DESC'; empty for newest first. */
  readonly order: string;
}

/** A run with the name of its experiment. */
export interface ListedRun extends Run {
  readonly experiment: string;
}

/** All active runs, newest first. */
export async function listRuns(workspace: Pick<Workspace, 'engine'>): Promise<readonly ListedRun[]> {
  return searchRuns(workspace, { filter: '', text: '', view: 'active', order: '' });
}

/** The runs of all experiments that the query asks for. A filter that cannot be read is refused with MLflow's own error. */
export async function searchRuns(
  { engine }: Pick<Workspace, 'engine'>,
  { filter, text, view, order }: RunsQuery,
): Promise<readonly ListedRun[]> {
  const { client } = engine.tracking;
  const experiments = new Map(
    (await client.searchExperiments()).map(({ experimentId, name }) => [experimentId, name]),
  );
  const runs = await client.searchRuns({
    experimentIds: [...experiments.keys()],
    filterString: filter,
    runViewType: view === 'active' ? 'ACTIVE_ONLY' : 'DELETED_ONLY',
    ...(order === '' ? {} : { orderBy: [order] }),
  });
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return runs
    .filter((run) => words.every((word) => textOf(run).includes(word)))
    .map((run) => ({ ...run, experiment: experiments.get(run.info.experimentId) ?? '' }));
}

/** Params and metrics that the given runs have, in the order in which they come. */
export function columnsOf(runs: readonly Run[]): { readonly params: string[]; readonly metrics: string[] } {
  return {
    params: [...new Set(runs.flatMap(({ data }) => Object.keys(data.params)))],
    metrics: [...new Set(runs.flatMap(({ data }) => Object.keys(data.metrics)))],
  };
}

function textOf({ info, data }: Run): string {
  return [info.runName, info.runId, info.status, ...Object.entries(data.params).flat()]
    .join(' ')
    .toLowerCase();
}
