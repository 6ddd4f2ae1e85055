/** How much a kernel may send. */
export interface MessageBudget {
  /** Counts a message; false where it, and all that follow, are too much. */
  spend(message: unknown): boolean;
  /** A new run, a new budget. */
  reset(): void;
}

/** More than a kernel sends that keeps to its own limits: outputs are cut at 2,000, calls wait for their turn. */
const MOST_OUTPUTS = 10_000;
const MOST_PER_SECOND = 20_000;

/** A kernel that sends more than it has reason for is forged or broken: `onFlood` ends it before the page suffers. */
export function createMessageBudget(onFlood: (reason: string) => void): MessageBudget {
  let nOutputs = 0;
  let nInSecond = 0;
  let second = performance.now();
  let isSpent = false;
  return {
    spend(message) {
      if (isSpent) return false;
      const now = performance.now();
      if (now - second > 1000) {
        second = now;
        nInSecond = 0;
      }
      nInSecond++;
      if ((message as { readonly kind?: unknown } | null)?.kind === 'output') nOutputs++;
      isSpent = nInSecond > MOST_PER_SECOND || nOutputs > MOST_OUTPUTS;
      if (isSpent)
        onFlood(nOutputs > MOST_OUTPUTS ? `more than ${MOST_OUTPUTS} outputs` : 'too many messages');
      return !isSpent;
    },
    reset() {
      nOutputs = 0;
    },
  };
}
