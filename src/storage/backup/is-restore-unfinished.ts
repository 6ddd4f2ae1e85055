/** The database of the browser's restore journal; it is there only while the journal has an entry. */
export const JOURNAL_DATABASE = 'unfinished-restore';

/** Whether the journal may have something to settle. Opens nothing: most pages are loaded after no restore. */
export async function isRestoreUnfinished(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === JOURNAL_DATABASE);
  } catch {
    // A browser that keeps nothing has kept no restore either.
    return false;
  }
}
