import { loadWorkspace } from './load-workspace.ts';
import type { Workspace } from './workspace.ts';

let loading: Promise<Workspace> | null = null;

/** The lab as the page has it, once the API that ran before a reload runs again. A failed opening may be tried again. */
export function loadPageWorkspace(): Promise<Workspace> {
  loading ??= open().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function open(): Promise<Workspace> {
  const [workspace, { resumeServing }] = await Promise.all([
    loadWorkspace(),
    import('../serving/kept-serving.ts'),
  ]);
  await resumeServing(workspace, localStorage);
  return workspace;
}
