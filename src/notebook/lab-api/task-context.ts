import type { TaskOptions } from '../../core/task.ts';

/** Gives every task that a cell starts a progress line and a way to be stopped, without the student asking for them. */
export interface TaskContext {
  /** The caller's options, with a signal and a listener for progress of the cell's beside the caller's own. */
  withTask<O extends object>(options: O | undefined): O & TaskOptions;
}

/** Tasks outside cells: the caller's options as they are. */
export const callersOwn: TaskContext = {
  withTask: <O extends object>(options: O | undefined) => options as O & TaskOptions,
};
