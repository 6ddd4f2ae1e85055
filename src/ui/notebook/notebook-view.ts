import { createStore, type StoreApi } from 'zustand/vanilla';

/** What of a notebook the page looks at. In command mode keys act on whole cells, in edit mode they type. */
export interface ViewState {
  readonly activeId: string | null;
  readonly mode: 'command' | 'edit';
  /** Where the caret goes when editing starts: positions in the cell's text; null for where it was. */
  readonly caret: Selected | null;
  /** The cell that shall be focused and brought into sight; null once it is. */
  readonly focusWish: string | null;
  readonly isFinding: boolean;
  readonly dialog: 'keys' | 'versions' | 'deleted' | null;
}

/** Part of a text; both ends equal for a bare caret. */
export interface Selected {
  readonly start: number;
  readonly end: number;
}

/** The view of one open notebook. */
export interface NotebookView {
  readonly state: Pick<StoreApi<ViewState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Makes a cell the active one, in command mode, and focuses it. */
  activate(cellId: string): void;
  /** The focus went to the cell by itself: by Tab or the mouse. */
  focused(cellId: string): void;
  /** The wish for the focus was fulfilled. */
  focusDone(): void;
  edit(cellId: string, caret?: Selected | null): void;
  /** From edit back to command mode; `keepFocus` where the focus went elsewhere already. */
  leave(keepFocus?: boolean): void;
  find(isFinding: boolean): void;
  open(dialog: ViewState['dialog']): void;
}

/** A view in command mode with the given cell active. */
export function createNotebookView(activeId: string | null): NotebookView {
  const state = createStore<ViewState>(() => ({
    ...{ activeId, mode: 'command', caret: null, focusWish: null, isFinding: false, dialog: null },
  }));
  const { setState, getState } = state;
  return {
    state,
    activate: (cellId) => setState({ activeId: cellId, mode: 'command', focusWish: cellId }),
    focused: (cellId) => {
      if (getState().activeId !== cellId) setState({ activeId: cellId, mode: 'command' });
    },
    focusDone: () => setState({ focusWish: null }),
    edit: (cellId, caret = null) => setState({ activeId: cellId, mode: 'edit', caret }),
    leave: (keepFocus = false) =>
      setState({ mode: 'command', caret: null, focusWish: keepFocus ? null : getState().activeId }),
    find: (isFinding) => setState({ isFinding }),
    open: (dialog) => setState({ dialog }),
  };
}
