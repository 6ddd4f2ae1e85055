import { createNotebookSession, type NotebookSession } from '../../../src/lab/notebook/notebook-session.ts';
import { newCell } from '../../../src/lab/notebook/structure.ts';
import { type NotebookCollections, notebookKeyPaths } from '../../../src/notebook/document/collections.ts';
import type { CodeCell, Notebook } from '../../../src/notebook/document/notebook.ts';
import { createNotebookStore, type NotebookStore } from '../../../src/notebook/document/notebook-store.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { kernelInProcess } from './kernel-in-process.ts';

/** An open notebook over a memory database, with the real kernel in this process. */
export interface TestNotebook {
  readonly session: NotebookSession;
  readonly store: NotebookStore;
  readonly nKernels: () => number;
  readonly loseKernel: () => void;
  /** A cell as the session has it now. */
  code(cellId: string): CodeCell;
  /** The notebook as a reload would find it. */
  stored(): Promise<Notebook>;
}

/** Opens a notebook whose code cells are `a`, `b`, `c`… with the given sources. */
export async function openTestNotebook(
  sources: readonly string[],
  options: { readonly timeLimitMs?: number | null } = {},
): Promise<TestNotebook> {
  const store = createNotebookStore(createMemoryDatabase<NotebookCollections>(notebookKeyPaths), () =>
    Date.now(),
  );
  const notebook: Notebook = {
    ...{ kind: 'notebook', version: 1, id: 'n', title: 'Test' },
    cells: sources.map((source, i) => newCell(String.fromCharCode(97 + i), 'code', source)),
  };
  await store.create(notebook);
  const { open, nOpened, lose } = kernelInProcess();
  let nIds = 0;
  const session = createNotebookSession({
    ...{ notebook, store, openKernel: open, now: () => Date.now() },
    ...{ onTopics: () => undefined, newId: () => `new${++nIds}`, ...options },
  });
  return {
    ...{ session, store, nKernels: nOpened, loseKernel: lose },
    code: (cellId) => session.state.getState().cells[cellId]!.cell as CodeCell,
    stored: async () => {
      await session.flush();
      return store.read('n');
    },
  };
}
