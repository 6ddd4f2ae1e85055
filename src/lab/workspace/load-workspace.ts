import { version } from '../../../package.json';
import type { Workspace } from './workspace.ts';

/** The database of the free lab, the one that is not a lesson's. */
export const LAB_DATABASE = 'streamflow-lab';

let loading: Promise<Workspace> | null = null;

/**
 * Opens the lab's engine, once per page or worker; its code is loaded after the shell is shown. A failed opening may be
 * tried again.
 */
export function loadWorkspace(): Promise<Workspace> {
  loading ??= open().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function open(): Promise<Workspace> {
  const [{ openBrowserLab }, { openLabDatabase }] = await Promise.all([
    import('../open-browser-lab.ts'),
    import('../storage/open-lab-database.ts'),
  ]);
  return openBrowserLab({ database: await openLabDatabase(LAB_DATABASE), codeVersion: version });
}
