import { createContext } from 'react';
import { loadPageWorkspace } from '../lab/workspace/load-page-workspace.ts';
import type { Workspace } from '../lab/workspace/workspace.ts';

/** How components below get at their lab: the free lab, or within a lesson the lesson's own. */
export const WorkspaceContext = createContext<() => Promise<Workspace>>(loadPageWorkspace);
