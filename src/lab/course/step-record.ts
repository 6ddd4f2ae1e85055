import type { ModelVersion } from '../../core/registry/entities.ts';
import type { StageEvent } from '../../core/registry/stage-history.ts';
import type { LoggedRequest } from '../../core/serving/serving-collections.ts';
import { RECEIPT_PATH, type Receipt } from '../../core/tracking/receipt.ts';
import type { Run } from '../../core/tracking/run.ts';
import { readModelNames } from '../models/read-models.ts';
import { listRuns } from '../runs/search-runs.ts';
import { readDatasetDigest } from '../workspace/dataset-digest.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * What a student left in the lab of a step: the lab itself is emptied for the next step, and the report of the work
 * needs it. Plain values only.
 */
export interface StepRecord {
  readonly kind: 'step-record';
  readonly version: 1;
  readonly lessonId: string;
  readonly stepId: string;
  /** UTC milliseconds of the computer's clock. */
  readonly recordedAt: number;
  /** What the lab clock showed. */
  readonly labNow: number;
  readonly datasetDigest: string | null;
  /** Newest first, with their receipts by run id. */
  readonly runs: readonly Run[];
  readonly receipts: Readonly<Record<string, Receipt>>;
  readonly models: readonly {
    readonly name: string;
    readonly versions: readonly ModelVersion[];
    readonly history: readonly StageEvent[];
  }[];
  /** The last calls of `/predict`, at most 50. */
  readonly requests: readonly LoggedRequest[];
}

const MOST_RUNS = 100;
const MOST_REQUESTS = 50;

/** Reads what is in the lab of a step. */
export async function readStepRecord(
  workspace: Workspace,
  place: Pick<StepRecord, 'lessonId' | 'stepId' | 'recordedAt'>,
): Promise<StepRecord> {
  const { engine } = workspace;
  const runs = (await listRuns(workspace)).slice(0, MOST_RUNS);
  const receipts = await Promise.all(
    runs.map(async ({ info: { runId } }) => [runId, await receiptOf(workspace, runId)] as const),
  );
  const names = await readModelNames(workspace);
  const models = names.map(async (name) => ({
    name,
    versions: await engine.registry.searchModelVersions(`name = '${name.replaceAll("'", "''")}'`),
    history: await engine.registry.getStageHistory(name),
  }));
  return {
    ...{ kind: 'step-record', version: 1, ...place, runs },
    labNow: engine.time.clock.now(),
    datasetDigest: await readDatasetDigest(workspace),
    receipts: Object.fromEntries(
      receipts.flatMap(([id, receipt]) => (receipt === null ? [] : [[id, receipt]])),
    ),
    models: await Promise.all(models),
    requests: (await engine.requestLog.list()).slice(-MOST_REQUESTS),
  };
}

async function receiptOf({ engine }: Workspace, runId: string): Promise<Receipt | null> {
  const { client } = engine.tracking;
  const files = await client.listArtifacts(runId, '');
  if (!files.some(({ path }) => path === RECEIPT_PATH)) return null;
  const content = await client.getArtifact(runId, RECEIPT_PATH);
  return content.kind === 'json' ? (content.value as Receipt) : null;
}
