import { createStore } from 'zustand/vanilla';

/** What was done last and can be taken back. */
export interface Undoable {
  readonly message: string;
  undo(): void;
}

/** Shown at the foot of the lesson until it is taken or put away. */
export const undoable = createStore<{ readonly last: Undoable | null }>(() => ({ last: null }));

/** Offers to take back what was just done. */
export function useUndo(): (message: string, undo: () => void) => void {
  return offerUndo;
}

function offerUndo(message: string, undo: () => void): void {
  undoable.setState({ last: { message, undo } });
}
