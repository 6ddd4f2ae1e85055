import { MlflowException } from '../../core/tracking/mlflow-exception.ts';
import type { Run } from '../../core/tracking/run.ts';
import type { TrackingClient } from '../../core/tracking/tracking-client.ts';

/** The runs that depend on one kernel: nobody else will end them. */
export interface KernelRuns {
  /** Remembers a run that a call has started, or taken up again. */
  note(method: string, args: readonly unknown[], value: unknown): void;
  /** Ends those that still run as KILLED, as MLflow marks what a signal ended; whether there were any. */
  kill(): Promise<boolean>;
}

/** No runs yet. */
export function createKernelRuns(client: TrackingClient): KernelRuns {
  const started = new Set<string>();
  return {
    note(method, args, value) {
      const runId = startedBy(method, args, value);
      if (runId !== null) started.add(runId);
    },
    async kill() {
      let isAnyKilled = false;
      for (const runId of started) {
        const run = await findRun(client, runId);
        if (run?.info.status !== 'RUNNING' || run.info.lifecycleStage !== 'active') continue;
        await client.setTerminated(runId, 'KILLED');
        isAnyKilled = true;
      }
      return isAnyKilled;
    },
  };
}

/** The calls that log to a run, or to a new one where their first argument is no id. */
const LOG_CALLS = ['tracking.logBatchTo', 'tracking.logFileTo', 'tracking.logTableTo', 'registry.logModel'];

/** Id of the run that a call has started, or taken up again; null where it did neither. */
function startedBy(method: string, [target, change]: readonly unknown[], value: unknown): string | null {
  const isResumed =
    method === 'tracking.updateRun' && (change as { readonly status?: unknown }).status === 'RUNNING';
  if (method === 'tracking.createRun' || isResumed) return (value as Run).info.runId;
  const isNew = LOG_CALLS.includes(method) && typeof target !== 'string';
  return isNew ? (value as { readonly runId: string }).runId : null;
}

/** The run as stored; null where its lab was emptied, as that of a lesson's step is when the next one begins. */
async function findRun(client: TrackingClient, runId: string): Promise<Run | null> {
  try {
    return await client.getRun(runId);
  } catch (error) {
    if (error instanceof MlflowException && error.errorCode === 'RESOURCE_DOES_NOT_EXIST') return null;
    throw error;
  }
}
