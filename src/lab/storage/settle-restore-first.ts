import { isRestoreUnfinished } from '../../storage/backup/is-restore-unfinished.ts';
import { holdOpening } from './opening-gate.ts';

/**
 * Ends a restore that was cut off, before any database is opened. Called once, before the page is shown; where there was
 * none it costs one question to the browser, asked while the page loads.
 */
export function settleRestoreFirst(): void {
  const settled = isRestoreUnfinished().then(async (isUnfinished) => {
    if (isUnfinished) await (await import('./settle-lab-restore.ts')).settleLabRestore();
  });
  holdOpening(settled);
}
