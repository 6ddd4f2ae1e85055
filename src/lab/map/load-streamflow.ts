import type { TaskOptions } from '../../core/task.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Loads the shipped dataset into the lab; what is there already stays. */
export async function loadStreamflow({ api }: Workspace, options: TaskOptions): Promise<void> {
  await api.data.load('streamflow', options);
}
