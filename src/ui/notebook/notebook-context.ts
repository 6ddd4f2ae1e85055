import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { NotebookSession } from '../../lab/notebook/notebook-session.ts';
import type { CellState, NotebookState } from '../../lab/notebook/notebook-state.ts';
import type { NotebookView, ViewState } from './notebook-view.ts';

/** The open notebook that cells belong to: a whole page's, or the one inside a lesson. */
export interface OpenNotebook {
  readonly session: NotebookSession;
  readonly view: NotebookView;
}

/** Gives the cells below it their notebook. */
export const NotebookContext = createContext<OpenNotebook | null>(null);

/** The notebook around a component. */
export function useNotebook(): OpenNotebook {
  const notebook = useContext(NotebookContext);
  if (notebook === null) throw new Error('no NotebookContext around this component');
  return notebook;
}

/** Part of the notebook's state; the component is drawn again when it changes. */
export function useNotebookState<T>(select: (state: NotebookState) => T): T {
  return useStore(useNotebook().session.state, select);
}

/** Part of the view's state. */
export function useViewState<T>(select: (state: ViewState) => T): T {
  return useStore(useNotebook().view.state, select);
}

/** One cell as it stands. */
export function useCell(cellId: string): CellState | undefined {
  return useNotebookState(({ cells }) => cells[cellId]);
}
