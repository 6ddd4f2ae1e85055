const WORK_MS = 30;

/**
 * Lets the page paint and take clicks between the steps of a long task: each call waits for the page's turn once the
 * task has worked for 30 ms since the last one.
 */
export function createPageTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < WORK_MS) return;
    await nextTurn();
    since = performance.now();
  };
}

/** Resolves after the page had its turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
