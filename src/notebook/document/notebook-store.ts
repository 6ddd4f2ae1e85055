import type { Database, ReadTransaction } from '../../core/database.ts';
import { KeyError, quote } from '../../core/errors.ts';
import { addVersion, type CellVersion, listVersions } from './cell-versions.ts';
import type { CellRecord, CellRunRecord, NotebookCollections, NotebookRecord } from './collections.ts';
import type { Cell, CellRun, Notebook } from './notebook.ts';
import type { CellOutput } from './output.ts';

/** A notebook as a list shows it. */
export interface NotebookSummary {
  readonly id: string;
  readonly title: string;
  readonly nCells: number;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly deletedAt: number | null;
}

/** A cell that was taken out of its notebook and is still kept. */
export interface DeletedCell {
  readonly cell: Cell;
  readonly deletedAt: number;
}

/** The notebooks of one database. Every method is one transaction: it happened whole or not at all. */
export interface NotebookStore {
  /** All notebooks, last changed first, deleted ones too. */
  list(): Promise<readonly NotebookSummary[]>;
  /** A `KeyError` where there is none, or where it is deleted. */
  read(notebookId: string): Promise<Notebook>;
  create(notebook: Notebook): Promise<void>;
  /** Title and cell order; cells that are no longer in the order are kept as deleted. */
  saveStructure(structure: Pick<Notebook, 'id' | 'title'> & { cellIds: readonly string[] }): Promise<void>;
  saveSource(notebookId: string, cell: Pick<Cell, 'id' | 'kind' | 'source'>): Promise<void>;
  saveRun(notebookId: string, cellId: string, run: StoredRun): Promise<void>;
  /** Keeps `source` as a version of the cell, unless it is the newest already; the last 50 stay. The notebook counts as changed. */
  keepVersion(notebookId: string, cellId: string, source: string): Promise<void>;
  /** A cell's versions, newest first. */
  versions(notebookId: string, cellId: string): Promise<readonly CellVersion[]>;
  /** Newest first. */
  deletedCells(notebookId: string): Promise<readonly DeletedCell[]>;
  deleteNotebook(notebookId: string): Promise<void>;
  restoreNotebook(notebookId: string): Promise<void>;
  /** Removes a notebook with all its versions for good. */
  eraseNotebook(notebookId: string): Promise<void>;
}

/** What a run leaves in the notebook. */
export interface StoredRun {
  readonly outputs: readonly CellOutput[];
  readonly lastRun: CellRun | null;
}

/** Opens the notebooks of a database; `now` is the wall clock, in UTC milliseconds. */
export function createNotebookStore(
  database: Database<NotebookCollections>,
  now: () => number,
): NotebookStore {
  // On disk before it counts as stored, whatever happens to the computer.
  const write: typeof database.write = (collections, run) =>
    database.write(collections, run, { durability: 'strict' });
  const change = (notebookId: string, changes: (record: NotebookRecord) => Partial<NotebookRecord>) =>
    write(['notebooks'], async (transaction) => {
      const record = await recordOf(transaction, notebookId);
      await transaction.put('notebooks', { ...record, ...changes(record) });
    });
  return {
    list: async () =>
      (await database.read(['notebooks'], (transaction) => transaction.getAll('notebooks')))
        .map(summaryOf)
        .sort((a, b) => b.changedAt - a.changedAt),

    read: (notebookId) =>
      database.read(['notebooks', 'cells', 'cellRuns'], async (transaction) => {
        const record = await transaction.get('notebooks', notebookId);
        if (record === undefined || record.deletedAt !== null) throw noNotebook(notebookId);
        const ofNotebook = { prefix: [notebookId] };
        const cells = byCell(await transaction.getAll('cells', ofNotebook));
        const runs = byCell(await transaction.getAll('cellRuns', ofNotebook));
        return notebookOf(record, cells, runs);
      }),

    create: (notebook) =>
      write(['notebooks', 'cells', 'cellRuns'], async (transaction) => {
        await transaction.put('notebooks', newRecord(notebook, now()));
        for (const cell of notebook.cells) {
          await transaction.put('cells', cellRecord(notebook.id, cell, now()));
          if (cell.kind === 'code' && (cell.lastRun !== null || cell.outputs.length > 0))
            await transaction.put('cellRuns', runRecord(notebook.id, cell.id, cell));
        }
      }),

    saveStructure: ({ id, title, cellIds }) =>
      write(['notebooks', 'cells'], async (transaction) => {
        const record = await recordOf(transaction, id);
        await transaction.put('notebooks', { ...record, title, cellIds, changedAt: now() });
        const changed = [
          ...record.cellIds.filter((cellId) => !cellIds.includes(cellId)),
          ...cellIds.filter((cellId) => !record.cellIds.includes(cellId)),
        ];
        for (const cellId of changed) {
          const cell = await transaction.get('cells', [id, cellId]);
          const deletedAt = cellIds.includes(cellId) ? null : now();
          if (cell !== undefined) await transaction.put('cells', { ...cell, deletedAt });
        }
      }),

    // With every key: at once on its way, and not waiting for the disk, to which the next write that does takes it along.
    saveSource: (notebookId, cell) =>
      database.write(
        ['cells'],
        (transaction) => transaction.put('cells', cellRecord(notebookId, cell, now())),
        { isAtOnce: true },
      ),

    saveRun: (notebookId, cellId, run) =>
      write(['cellRuns'], (transaction) => transaction.put('cellRuns', runRecord(notebookId, cellId, run))),

    keepVersion: (notebookId, cellId, source) =>
      addVersion({ ...database, write }, { notebookId, cellId, source, keptAt: now() }),

    versions: (notebookId, cellId) => listVersions(database, notebookId, cellId),

    deletedCells: (notebookId) =>
      database.read(['notebooks', 'cells', 'cellRuns'], async (transaction) => {
        const { cellIds } = await recordOf(transaction, notebookId);
        const ofNotebook = { prefix: [notebookId] };
        const cells = await transaction.getAll('cells', ofNotebook);
        const runs = byCell(await transaction.getAll('cellRuns', ofNotebook));
        return cells
          .filter(({ cellId, source }) => !cellIds.includes(cellId) && source.trim() !== '')
          .map((cell) => ({
            cell: cellOf(cell, runs.get(cell.cellId)),
            deletedAt: cell.deletedAt ?? cell.changedAt,
          }))
          .sort((a, b) => b.deletedAt - a.deletedAt);
      }),

    deleteNotebook: (notebookId) => change(notebookId, () => ({ deletedAt: now() })),

    restoreNotebook: (notebookId) => change(notebookId, () => ({ deletedAt: null })),

    eraseNotebook: (notebookId) =>
      write(['notebooks', 'cells', 'cellRuns', 'cellVersions'], async (transaction) => {
        await transaction.delete('notebooks', notebookId);
        for (const collection of ['cells', 'cellRuns', 'cellVersions'] as const)
          await transaction.deleteAll(collection, { prefix: [notebookId] });
      }),
  };
}

async function recordOf(
  transaction: ReadTransaction<NotebookCollections, 'notebooks'>,
  notebookId: string,
): Promise<NotebookRecord> {
  const record = await transaction.get('notebooks', notebookId);
  if (record === undefined) throw noNotebook(notebookId);
  return record;
}

function noNotebook(notebookId: string): KeyError {
  return new KeyError(
    `no notebook ${quote(notebookId)}`,
    'it may have been deleted, or belong to another browser; the list of notebooks has all that are here',
  );
}

function summaryOf(record: NotebookRecord): NotebookSummary {
  const { notebookId: id, title, cellIds, createdAt, changedAt, deletedAt } = record;
  return { id, title, nCells: cellIds.length, createdAt, changedAt, deletedAt };
}

function newRecord({ id, title, cells }: Notebook, now: number): NotebookRecord {
  const cellIds = cells.map((cell) => cell.id);
  return {
    ...{ kind: 'notebook', version: 1, notebookId: id, title, cellIds },
    ...{ createdAt: now, changedAt: now, deletedAt: null },
  };
}

function cellRecord(
  notebookId: string,
  { id, kind, source }: Pick<Cell, 'id' | 'kind' | 'source'>,
  now: number,
): CellRecord {
  return {
    ...{ kind: 'cell', version: 1, notebookId, cellId: id, cellKind: kind, source },
    ...{ changedAt: now, deletedAt: null },
  };
}

function runRecord(notebookId: string, cellId: string, { outputs, lastRun }: StoredRun): CellRunRecord {
  return { kind: 'cell-run', version: 1, notebookId, cellId, outputs, lastRun };
}

function byCell<R extends { readonly cellId: string }>(records: readonly R[]): Map<string, R> {
  return new Map(records.map((record) => [record.cellId, record]));
}

function notebookOf(
  { notebookId: id, title, cellIds }: NotebookRecord,
  cells: ReadonlyMap<string, CellRecord>,
  runs: ReadonlyMap<string, CellRunRecord>,
): Notebook {
  return {
    ...{ kind: 'notebook', version: 1, id, title },
    cells: cellIds.flatMap((cellId) => {
      const cell = cells.get(cellId);
      return cell === undefined ? [] : [cellOf(cell, runs.get(cellId))];
    }),
  };
}

function cellOf({ cellId: id, cellKind, source }: CellRecord, run: CellRunRecord | undefined): Cell {
  if (cellKind === 'markdown') return { kind: 'markdown', id, source };
  return { kind: 'code', id, source, outputs: run?.outputs ?? [], lastRun: run?.lastRun ?? null };
}
