import { ValueError } from '../../core/errors.ts';
import { compareReceipts, type ReceiptDifference } from '../../core/tracking/receipt.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readRun } from './read-run.ts';
import { type TrainOptions, trainRun } from './train-run.ts';

/** Tag of a run that was made to repeat another one. */
export const REPRODUCES_TAG = 'reproduces';

/** What came of running a run again. */
export interface Reproduction {
  /** The new run. */
  readonly runId: string;
  /** What differs between the two receipts; empty where the runs are equal. */
  readonly differences: readonly ReceiptDifference[];
}

/** Runs a run's specification again on the data as it is now, as a run of its own, and compares the receipts. */
export async function reproduceRun(
  workspace: Workspace,
  runId: string,
  options: TrainOptions = {},
): Promise<Reproduction> {
  const { run, specification, receipt } = await readRun(workspace, runId);
  if (specification === null || receipt === null) {
    throw new ValueError(
      `run ${run.info.runName} has logged no specification to run again`,
      'only runs that were trained on this page have one; run the cell that made this one again',
    );
  }
  const runName = `${specification.runName.replace(/ \(again\)$/, '')} (again)`;
  const again = await trainRun(workspace, { ...specification, runName }, options);
  await workspace.engine.tracking.client.setTag(again.runId, REPRODUCES_TAG, runId);
  return { runId: again.runId, differences: compareReceipts(receipt, again.receipt) };
}
