import type { CancelSignal, Progress, TaskOptions } from '../../core/task.ts';
import type { TaskContext } from '../lab-api/task-context.ts';

/** The run that tasks belong to. */
export interface TaskOwner {
  readonly signal: AbortSignal;
  onProgress(taskId: number, progress: Progress): void;
}

/** A task context whose tasks belong to the run that is under way when they start; to nothing between runs. */
export function createCellTasks(currentOwner: () => TaskOwner | null): TaskContext {
  let nTasks = 0;
  return {
    withTask<O extends object>(options: O | undefined): O & TaskOptions {
      const owner = currentOwner();
      const isPlain = options === undefined || (typeof options === 'object' && options !== null);
      // What is no object of options is for the task to refuse.
      if (owner === null || !isPlain) return options as O & TaskOptions;
      const taskId = ++nTasks;
      const given = (options ?? {}) as O & TaskOptions;
      return {
        ...given,
        signal: given.signal === undefined ? owner.signal : eitherSignal(owner.signal, given.signal),
        onProgress(progress: Progress): void {
          owner.onProgress(taskId, progress);
          given.onProgress?.(progress);
        },
      };
    },
  };
}

/** Aborted as soon as one of the two is. */
function eitherSignal(own: AbortSignal, given: CancelSignal): CancelSignal {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  for (const signal of [own, given as CancelSignal & Partial<AbortSignal>]) {
    if (signal.aborted) abort();
    signal.addEventListener?.('abort', abort, { once: true });
  }
  return {
    // A signal without events is asked.
    get aborted(): boolean {
      return controller.signal.aborted || given.aborted;
    },
    addEventListener: controller.signal.addEventListener.bind(controller.signal),
    removeEventListener: controller.signal.removeEventListener.bind(controller.signal),
  } as CancelSignal;
}
