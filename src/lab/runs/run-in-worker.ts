import { CancelledError, LabError } from '../../core/errors.ts';
import { storageState } from '../storage/storage-state.ts';
import { loadWorkspace } from '../workspace/load-workspace.ts';
import { type Reproduction, reproduceRun } from './reproduce-run.ts';
import type { RunAnswer, RunTask } from './run.worker.ts';
import type { RunSpecification } from './run-specification.ts';
import { type TrainedRun, type TrainProgress, trainRun } from './train-run.ts';

/** How a run in a worker is watched and stopped. */
export interface WorkerRunOptions {
  readonly onProgress: (progress: TrainProgress) => void;
  readonly signal: AbortSignal;
}

/** `trainRun` in a worker over the same database. Cancelling ends the worker with all that it started. */
export async function trainInWorker(
  specification: RunSpecification,
  options: WorkerRunOptions,
): Promise<TrainedRun> {
  if (isInMemory()) return trainRun(await loadWorkspace(), specification, options);
  return (await runTask({ kind: 'train', specification }, options)) as TrainedRun;
}

/** `reproduceRun` in a worker over the same database. */
export async function reproduceInWorker(runId: string, options: WorkerRunOptions): Promise<Reproduction> {
  if (isInMemory()) return reproduceRun(await loadWorkspace(), runId, options);
  return (await runTask({ kind: 'reproduce', runId }, options)) as Reproduction;
}

/** A worker cannot see the memory of the page: without storage the page trains itself. */
function isInMemory(): boolean {
  return storageState.getState().status.kind === 'memory';
}

async function runTask(
  task: RunTask,
  { onProgress, signal }: WorkerRunOptions,
): Promise<TrainedRun | Reproduction> {
  const worker = new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      const cancel = (): void =>
        reject(new CancelledError('the run was cancelled', 'nothing was kept of it'));
      if (signal.aborted) cancel();
      signal.addEventListener('abort', cancel, { once: true });
      worker.addEventListener('error', ({ message }) => {
        reject(new LabError(`the training worker stopped: ${message}`, 'reload the page and train again'));
      });
      worker.addEventListener('message', ({ data: answer }: MessageEvent<RunAnswer>) => {
        if (answer.kind === 'progress') onProgress(answer.progress);
        if (answer.kind === 'done') resolve(answer.result);
        if (answer.kind === 'failed') reject(revived(answer));
      });
      worker.postMessage(task);
    });
  } finally {
    worker.terminate();
  }
}

/** Errors cross threads as text; this one is told apart by its name again. */
function revived({ name, message, hint }: Extract<RunAnswer, { kind: 'failed' }>): LabError {
  return Object.assign(new LabError(message, hint), { name });
}
