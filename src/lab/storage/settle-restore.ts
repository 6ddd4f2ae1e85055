import { browserTexts } from '../session/browser-texts.ts';
import { RESTORING_KEY } from './kept-texts.ts';
import { holdOpening } from './opening-gate.ts';

/**
 * Takes back a restore that was cut off, before any database is opened. Called once, before the page is shown; costs
 * nothing where there was none.
 */
export function settleRestore(): void {
  if (browserTexts().getItem(RESTORING_KEY) === null) return;
  holdOpening(import('./take-back-restore.ts').then(({ takeBackRestore }) => takeBackRestore()));
}
