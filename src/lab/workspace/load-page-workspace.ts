import { browserTexts } from '../session/browser-texts.ts';
import { joinOpenTabs } from '../tabs/open-elsewhere.ts';
import { LAB_DATABASE, loadWorkspace } from './load-workspace.ts';
import type { Topic, Workspace } from './workspace.ts';

let loading: Promise<Workspace> | null = null;

const listeners = new Set<(topics: readonly Topic[]) => void>();

/** The lab as the page has it, once the API that ran before a reload runs again. A failed opening may be tried again. */
export function loadPageWorkspace(): Promise<Workspace> {
  loading ??= open().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** Calls `listener` with what other tabs and this page's workers changed of the lab, once the page reads it anew. */
export function onTopicsElsewhere(listener: (topics: readonly Topic[]) => void): void {
  listeners.add(listener);
}

async function open(): Promise<Workspace> {
  const [
    isOpenElsewhere,
    workspace,
    { resumeServing },
    { followTabs },
    { followWrites },
    { endAbandonedRuns },
  ] = await Promise.all([
    joinOpenTabs(),
    loadWorkspace(),
    import('../serving/kept-serving.ts'),
    import('../tabs/follow-tabs.ts'),
    import('../storage/follow-writes.ts'),
    import('../runs/end-abandoned-runs.ts'),
  ]);
  // A lab that has no room left for it opens all the same.
  await endAbandonedRuns(workspace, LAB_DATABASE).catch(() => 0);
  await resumeServing(workspace, browserTexts(), { isOpenElsewhere });
  followWrites();
  const onTopics = (topics: readonly Topic[]): void => {
    for (const listener of listeners) listener(topics);
  };
  followTabs(workspace, { database: LAB_DATABASE, onTopics });
  return workspace;
}
