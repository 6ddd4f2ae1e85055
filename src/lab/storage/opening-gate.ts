let gate: Promise<unknown> = Promise.resolve();

/** Resolves when databases may be opened: at once, but where something must be put right first. */
export function mayOpen(): Promise<unknown> {
  return gate;
}

/** Lets no database be opened before `work` has ended. */
export function holdOpening(work: Promise<unknown>): void {
  gate = work;
}
