import type { TaskOptions } from '../../core/task.ts';

/** Calls of the lab's engine from a kernel. */
export interface RemoteChannel {
  /** The method's answer; rejects with its error. Progress and cancelling cross too. */
  call(method: string, args: readonly unknown[], task?: TaskOptions): Promise<unknown>;
}
