/** Errors that nothing caught: what timers throw, and promises that were dropped. */
export interface StrayErrors {
  /** Who is told; before that they go where the browser sends them. */
  listener: ((error: unknown) => void) | null;
}

/** Listens to the worker's global scope, while it can be listened to. */
export function hearStrays(scope: DedicatedWorkerGlobalScope): StrayErrors {
  const strays: StrayErrors = { listener: null };
  scope.addEventListener('error', (event) => {
    if (strays.listener === null) return;
    event.preventDefault();
    strays.listener(event.error);
  });
  scope.addEventListener('unhandledrejection', (event) => {
    if (strays.listener === null) return;
    event.preventDefault();
    strays.listener(event.reason);
  });
  return strays;
}
