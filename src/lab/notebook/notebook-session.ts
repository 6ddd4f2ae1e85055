// zustand: a store of 1 kB that knows no React; the page binds to it by a selector.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CellVersion } from '../../notebook/document/cell-versions.ts';
import type { Cell, Notebook } from '../../notebook/document/notebook.ts';
import type { DeletedCell, NotebookStore } from '../../notebook/document/notebook-store.ts';
import type { Topic } from '../workspace/workspace.ts';
import { createAutosave } from './autosave.ts';
import type { OpenKernel } from './kernel-host.ts';
import { createNotebookRuns } from './notebook-runs.ts';
import { cellsInOrder, DEFAULT_TIME_LIMIT_MS, type NotebookState } from './notebook-state.ts';
import { stateOf } from './structure.ts';
import { createStructureEditor, type StructureEditor } from './structure-editor.ts';
import { createVersionKeeper } from './version-keeper.ts';

/** An open notebook: its state to look at, and everything that can be done to it. Nothing of it is global. */
export interface NotebookSession extends StructureEditor {
  readonly state: Pick<StoreApi<NotebookState>, 'getState' | 'getInitialState' | 'subscribe'>;
  rename(title: string): void;
  /** The cell's text is now `source`; it is on its way to the disk at once. */
  edit(cellId: string, source: string): void;
  /** The student left the cell: its text is kept as a version. */
  leave(cellId: string): void;
  run(cellIds: readonly string[]): Promise<void>;
  /** Runs this cell and all code below it. */
  runFrom(cellId: string): Promise<void>;
  runAll(): Promise<void>;
  /** Forgets all variables, then runs all cells from the top. */
  runAllFromClean(): Promise<void>;
  stop(): Promise<void>;
  restart(): Promise<void>;
  clearOutputs(): void;
  setTimeLimit(timeLimitMs: number | null): void;
  versions(cellId: string): Promise<readonly CellVersion[]>;
  deletedCells(): Promise<readonly DeletedCell[]>;
  /** The notebook as it stands, for export. */
  document(): Notebook;
  /** Cells whose text is not on disk, for who must keep them when the page goes away at once. */
  unsavedCells(): readonly Cell[];
  /** Resolves when everything typed is on disk. */
  flush(): Promise<void>;
  /** Whether this tab may change the notebook; while it may not, changes are refused silently. */
  setEditable(isEditable: boolean): void;
  /** Shows the notebook as another tab stored it. */
  follow(notebook: Notebook): void;
  /** Ends the kernel and stores what is left. */
  close(): Promise<void>;
}

/** What a session needs. */
export interface NotebookSessionOptions {
  readonly notebook: Notebook;
  readonly store: NotebookStore;
  readonly openKernel: OpenKernel;
  /** Cells changed this of the lab: what shows it must ask again. */
  readonly onTopics: (topics: readonly Topic[]) => void;
  /** The wall clock, UTC milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly timeLimitMs?: number | null;
}

const VERSION_PAUSE_MS = 8000;
const STRUCTURE = 'structure';

/** Opens a stored notebook for editing and running. */
export function createNotebookSession(options: NotebookSessionOptions): NotebookSession {
  const { notebook, store, now } = options;
  const state = createStore<NotebookState>(() => openedState(options));
  const { getState, setState } = state;
  const cellOf = (cellId: string): Cell | null => getState().cells[cellId]?.cell ?? null;

  const autosave = createAutosave({
    // A key that is typed while the one before is still written does not wait for the page to hear that it was.
    mostAtOnce: 3,
    write: async (key) => {
      const { title, order } = getState();
      if (key === STRUCTURE) return store.saveStructure({ id: notebook.id, title, cellIds: order });
      const [what = '', cellId = ''] = key.split(/:(.*)/s);
      const cell = cellOf(cellId);
      if (cell === null) return;
      if (what === 'source') return store.saveSource(notebook.id, cell);
      const { outputs, lastRun } = cell.kind === 'code' ? cell : { outputs: [], lastRun: null };
      return store.saveRun(notebook.id, cellId, { outputs, lastRun });
    },
    onChange: (error) => {
      const unsaved = [...autosave.unsaved].flatMap((key) => key.split(/^source:/)[1] ?? []);
      const savedAt = autosave.unsaved.size === 0 ? now() : getState().saving.savedAt;
      setState({ saving: { unsaved, savedAt, error } });
    },
  });
  const versions = createVersionKeeper((cellId) => {
    const source = cellOf(cellId)?.source;
    // A version that could not be kept loses no work: the text itself is saved apart, and tells its own failures.
    if (source !== undefined) store.keepVersion(notebook.id, cellId, source).catch(() => undefined);
  }, VERSION_PAUSE_MS);
  const edit = (cellId: string, source: string): void => {
    const cellState = getState().cells[cellId];
    if (cellState === undefined || cellState.cell.source === source || !getState().isEditable) return;
    setCell(cellId, { ...cellState.cell, source });
    autosave.mark(`source:${cellId}`);
    versions.edited(cellId);
  };
  const setCell = (cellId: string, cell: Cell): void => {
    const { cells } = getState();
    setState({ cells: { ...cells, [cellId]: { ...cells[cellId]!, cell } } });
  };
  const runs = createNotebookRuns({
    ...options,
    state,
    onRun: versions.settle,
    onResult: (cellId) => autosave.mark(`run:${cellId}`),
  });

  return {
    state,
    ...createStructureEditor({
      state,
      newId: options.newId,
      onChange: (changedCells) => {
        for (const cellId of changedCells) {
          autosave.mark(`source:${cellId}`);
          autosave.mark(`run:${cellId}`);
        }
        autosave.mark(STRUCTURE);
      },
    }),
    ...runs,
    rename(title) {
      if (!getState().isEditable) return;
      setState({ title });
      autosave.mark(STRUCTURE);
    },
    edit,
    leave: versions.settle,
    versions: async (cellId) => {
      versions.settle(cellId);
      return store.versions(notebook.id, cellId);
    },
    deletedCells: async () => {
      await autosave.flush();
      return store.deletedCells(notebook.id);
    },
    document() {
      const { id, title } = getState();
      return {
        ...{ kind: 'notebook', version: 1, id, title },
        cells: cellsInOrder(getState()).map((c) => c.cell),
      };
    },
    unsavedCells: () => getState().saving.unsaved.flatMap((cellId) => cellOf(cellId) ?? []),
    flush: autosave.flush,
    setEditable: (isEditable) => setState({ isEditable }),
    follow: (stored) => setState(followed(getState(), stored)),
    async close() {
      versions.settleAll();
      runs.closeKernel();
      await autosave.flush();
    },
  };
}

/** The state with the cells of `stored`; cells that are the same stay the same. */
function followed({ cells }: NotebookState, { title, cells: stored }: Notebook): Partial<NotebookState> {
  const next = stored.map((cell) => {
    const before = cells[cell.id];
    const isSame = before !== undefined && JSON.stringify(before.cell) === JSON.stringify(cell);
    return [cell.id, isSame ? before : stateOf(cell)] as const;
  });
  return { title, order: stored.map(({ id }) => id), cells: Object.fromEntries(next) };
}

function openedState({ notebook, timeLimitMs }: NotebookSessionOptions): NotebookState {
  return {
    id: notebook.id,
    title: notebook.title,
    order: notebook.cells.map(({ id }) => id),
    cells: Object.fromEntries(notebook.cells.map((cell) => [cell.id, stateOf(cell)])),
    kernel: 'off',
    variables: [],
    lostBy: null,
    timeLimitMs: timeLimitMs === undefined ? DEFAULT_TIME_LIMIT_MS : timeLimitMs,
    saving: { unsaved: [], savedAt: null, error: null },
    isEditable: true,
    undoable: null,
    redoable: null,
  };
}
