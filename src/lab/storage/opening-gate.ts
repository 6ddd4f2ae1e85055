let gate: Promise<unknown> = Promise.resolve();

/** Resolves when databases may be opened: at once, but where something must be put right first. */
export function mayOpen(): Promise<unknown> {
  return gate;
}

/** Lets no database be opened before `work` has ended; where it fails, whoever opens one is told. */
export function holdOpening(work: Promise<unknown>): void {
  gate = work;
  // Told there, and not as nobody's.
  work.catch(() => undefined);
}
