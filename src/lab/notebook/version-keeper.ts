/** Decides when a text is worth keeping as a version: when the cell is left or run, and after a pause. */
export interface VersionKeeper {
  edited(cellId: string): void;
  /** The cell was left or run: what was edited is kept now. */
  settle(cellId: string): void;
  settleAll(): void;
}

/** A keeper that calls `keep` for edited cells; a pause counts from `pauseMs` on. */
export function createVersionKeeper(keep: (cellId: string) => void, pauseMs: number): VersionKeeper {
  const pauses = new Map<string, ReturnType<typeof setTimeout>>();
  const settle = (cellId: string): void => {
    const pause = pauses.get(cellId);
    if (pause === undefined) return;
    clearTimeout(pause);
    pauses.delete(cellId);
    keep(cellId);
  };
  return {
    edited(cellId) {
      clearTimeout(pauses.get(cellId));
      pauses.set(
        cellId,
        setTimeout(() => settle(cellId), pauseMs),
      );
    },
    settle,
    settleAll() {
      for (const cellId of [...pauses.keys()]) settle(cellId);
    },
  };
}
