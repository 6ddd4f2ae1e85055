import { version } from '../../../package.json';
import type { Database } from '../../core/database.ts';
import type { LabCollections } from '../../core/engine/collections.ts';
import type { Workspace } from './workspace.ts';

/** The database of the free lab, the one that is not a lesson's. */
export const LAB_DATABASE = 'streamflow-lab';

let loading: Promise<Workspace> | null = null;
let opening: Promise<Database<LabCollections>> | null = null;

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

/** Opens the database of the free lab, once per page or worker. A failed opening may be tried again. */
export function loadLabDatabase(): Promise<Database<LabCollections>> {
  opening ??= import('../storage/open-lab-database.ts')
    .then(({ openLabDatabase }) => openLabDatabase(LAB_DATABASE))
    .catch((error: unknown) => {
      opening = null;
      throw error;
    });
  return opening;
}

async function open(): Promise<Workspace> {
  const [{ openBrowserLab }, database] = await Promise.all([
    import('../open-browser-lab.ts'),
    loadLabDatabase(),
  ]);
  return openBrowserLab({ database, codeVersion: version });
}
