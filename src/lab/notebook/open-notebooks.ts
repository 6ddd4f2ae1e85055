import { type NotebookCollections, notebookKeyPaths } from '../../notebook/document/collections.ts';
import { createNotebookStore, type NotebookStore } from '../../notebook/document/notebook-store.ts';
import { addCollections, type Upgrade } from '../../storage/upgrades.ts';
import { openDatabase } from '../storage/open-database.ts';

/** The database of the student's own notebooks; lessons have their own. */
export const NOTEBOOK_DATABASE = 'streamflow-notebooks';

/** Released steps never change: a new version adds a step, and a fixture of the old one to the tests. */
export const notebookUpgrades: readonly Upgrade[] = [addCollections(notebookKeyPaths)];

/** Opens the notebooks that this browser keeps under `databaseName`. */
export async function openNotebooks(databaseName: string): Promise<NotebookStore> {
  const database = await openDatabase<NotebookCollections>(databaseName, {
    keyPaths: notebookKeyPaths,
    upgrades: notebookUpgrades,
  });
  return createNotebookStore(database, () => Date.now());
}

let loading: Promise<NotebookStore> | null = null;

/** The student's own notebooks, opened once per page. A failed opening may be tried again. */
export function loadNotebooks(): Promise<NotebookStore> {
  loading ??= openNotebooks(NOTEBOOK_DATABASE).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
