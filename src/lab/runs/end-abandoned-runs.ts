import { heldRuns } from '../tabs/held-runs.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The tag that says why a run was ended by the lab and not by the code that started it. */
export const END_REASON_TAG = 'streamflow.endReason';

const REASON = 'its tab or browser was closed, or crashed, before the run ended';

/**
 * Ends the runs that nobody works on any more, whose tab was closed or killed: KILLED, as MLflow marks what a signal
 * ended, with a tag that says why. Those of other open tabs go on. Gives how many there were.
 */
export async function endAbandonedRuns(
  { engine }: Pick<Workspace, 'engine'>,
  database: string,
): Promise<number> {
  const { client } = engine.tracking;
  const experiments = await client.searchExperiments();
  const running = await client.searchRuns({
    experimentIds: experiments.map(({ experimentId }) => experimentId),
    filterString: "attributes.status = 'RUNNING'",
  });
  const runIds = running.map(({ info }) => info.runId);
  const held = await heldRuns(database, runIds);
  const abandoned = runIds.filter((runId) => !held.has(runId));
  for (const runId of abandoned) {
    await client.setTag(runId, END_REASON_TAG, REASON);
    await client.setTerminated(runId, 'KILLED');
  }
  return abandoned.length;
}
