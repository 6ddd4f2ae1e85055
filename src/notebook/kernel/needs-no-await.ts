const done = new WeakSet<Promise<unknown>>();

/** Marks a promise whose work shows at once, such as that of `clock.set`: not to await it is no oversight. */
export function needsNoAwait<P extends Promise<unknown>>(promise: P): P {
  done.add(promise);
  return promise;
}

/** Whether a promise that nobody awaited is worth a warning. */
export function isWorthAwaiting(promise: Promise<unknown>): boolean {
  return !done.has(promise);
}
