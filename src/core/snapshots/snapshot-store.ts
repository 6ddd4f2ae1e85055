import { checkOptions } from '../check-options.ts';
import { digestOfValue } from '../digest.ts';
import { KeyError, quote, suggest } from '../errors.ts';
import type { ByteSource } from '../table/byte-source.ts';
import type { Dtype } from '../table/column.ts';
import { concat } from '../table/concat.ts';
import { unpack } from '../table/pack.ts';
import { select } from '../table/select.ts';
import { columnOf, createTable, type Table } from '../table/table.ts';
import { take } from '../table/take.ts';
import { type Instant, toEpochMs } from '../table/timestamps.ts';
import { SNAPSHOT_COLLECTIONS, type SnapshotRecord, type TableRecord } from './collections.ts';
import type { SnapshotContext } from './context.ts';
import type { DatasetFiles } from './dataset-manifest.ts';
import { type ImportedMonth, type ImportMonthOptions, importMonth } from './import-month.ts';
import { type ImportTableOptions, importTable } from './import-table.ts';
import { latestRows } from './latest-rows.ts';
import { type LoadDatasetOptions, loadDataset } from './load-dataset.ts';
import { contentColumns, type StoredSnapshot } from './store-snapshots.ts';

/** A stored table, without its values. */
export interface TableSummary {
  readonly name: string;
  /** Rows of all snapshots, corrections included. */
  readonly nRows: number;
  readonly columns: readonly string[];
  readonly dtypes: readonly Dtype[];
  readonly timestampField: string;
  readonly createdTimestampColumn: string | null;
  readonly joinKeys: readonly string[];
  /** The instants of its snapshots, ascending: '2024-01-31', with the time where it is not midnight. */
  readonly asOf: readonly string[];
  /** Of the content of all snapshots. */
  readonly digest: string;
}

/** Which snapshot: the instant, a date alone being its midnight in UTC. */
export interface AsOf {
  readonly asOf: Instant;
}

const AS_OF = { required: ['asOf'] };
const AS_OF_TABLE = { required: ['asOf'], optional: ['table'] };

/**
 * The stored tables: months come in, snapshots and whole tables go out. Keeps the last read of each table.
 */
export class SnapshotStore {
  readonly #context: SnapshotContext;
  readonly #cache = new Map<string, { readonly stamp: string; readonly table: Table }>();

  constructor(context: SnapshotContext) {
    this.#context = context;
  }

  /** See `importMonth`. */
  importMonth(files: readonly ByteSource[], options: ImportMonthOptions): Promise<ImportedMonth> {
    return importMonth(this.#context, files, options);
  }

  /** See `importTable`. */
  importTable(
    name: string,
    table: Table,
    options: ImportTableOptions,
  ): Promise<'stored' | 'unchanged' | 'replaced'> {
    return importTable(this.#context, name, table, options);
  }

  /** See `loadDataset`. */
  loadDataset(files: DatasetFiles, options?: LoadDatasetOptions): Promise<readonly StoredSnapshot[]> {
    return loadDataset(this.#context, files, options);
  }

  /** What is stored, by name. Reads no values. */
  async listTables(): Promise<readonly TableSummary[]> {
    const [tables, snapshots] = await this.#context.database.read(['tables', 'snapshots'], (transaction) =>
      Promise.all([transaction.getAll('tables'), transaction.getAll('snapshots')]),
    );
    return tables.map((definition) =>
      summarize(
        definition,
        snapshots.filter(({ table }) => table === definition.name),
      ),
    );
  }

  /** Every delivery of every table, corrections too, by table, instant and revision. Reads no values. */
  listSnapshots(): Promise<readonly SnapshotRecord[]> {
    return this.#context.database.read(['snapshots'], (transaction) => transaction.getAll('snapshots'));
  }

  /**
   * The state of a table as of one instant, corrections applied: per join key the row with the latest
   * creation (on a tie the last one), in the order in which the keys were first stored. A `KeyError` where
   * no row has this instant.
   */
  async readSnapshot(name: string, options: AsOf): Promise<Table> {
    const { asOf } = checkOptions('data.snapshot', options, AS_OF);
    if (typeof name !== 'string') throw await this.#unknownTable(name);
    const instant = toEpochMs(asOf, { dateOnly: 'midnight' });
    const { definition, snapshots, stored } = await this.#context.database.read(
      SNAPSHOT_COLLECTIONS,
      async (transaction) => ({
        definition: await transaction.get('tables', name),
        snapshots: await transaction.getAll('snapshots', { prefix: [name] }),
        stored: await transaction.getAll('snapshotPayloads', { prefix: [name, instant] }),
      }),
    );
    if (definition === undefined) throw await this.#unknownTable(name);
    const isWhole = stored.length === 0 && snapshots.length === 1;
    const all = isWhole ? await this.readTable(name) : concat(stored.map(({ packed }) => unpack(packed)));
    const rows = rowsOf(all, definition.timestampField, instant);
    if (rows.nRows === 0) {
      throw new KeyError(
        `table ${quote(name)} has no snapshot as of ${formatInstant(instant)}`,
        `it has ${instantsOf(snapshots).join(', ')}`,
      );
    }
    return latestRows(rows, definition);
  }

  /** All rows of a table: its snapshots in the order of their instants, each followed by its corrections. */
  async readTable(name: string): Promise<Table> {
    if (typeof name !== 'string') throw await this.#unknownTable(name);
    const found = await this.#context.database.read(SNAPSHOT_COLLECTIONS, async (transaction) => {
      const snapshots = await transaction.getAll('snapshots', { prefix: [name] });
      const stamp = digestOfValue(snapshots);
      if (snapshots.length === 0) return null;
      const cached = this.#cache.get(name);
      if (cached?.stamp === stamp) return cached;
      const parts = await transaction.getAll('snapshotPayloads', { prefix: [name] });
      return { stamp, table: concat(parts.map(({ packed }) => unpack(packed))) };
    });
    if (found === null) {
      this.#cache.delete(name);
      throw await this.#unknownTable(name);
    }
    this.#cache.set(name, found);
    return found.table;
  }

  /**
   * The customers of a month: their join keys and `event_timestamp`, the month's instant; what a training set
   * joins to.
   */
  async entityTable(options: AsOf & { readonly table?: string }): Promise<Table> {
    const { asOf, table = 'users' } = checkOptions('data.entityDf', options, AS_OF_TABLE);
    const snapshot = await this.readSnapshot(table, { asOf });
    const values = new Float64Array(snapshot.nRows).fill(toEpochMs(asOf, { dateOnly: 'midnight' }));
    const { joinKeys } = await this.#definition(table);
    return createTable([
      ...select(snapshot, joinKeys).columns,
      ['event_timestamp', { dtype: 'timestamp', values, nulls: null }],
    ]);
  }

  /** The labels of a month: join keys and label, one row per customer. They became known only later. */
  async labels(options: AsOf & { readonly table?: string }): Promise<Table> {
    const { asOf, table = 'labels' } = checkOptions('data.labels', options, AS_OF_TABLE);
    const snapshot = await this.readSnapshot(table, { asOf });
    return select(snapshot, contentColumns(await this.#definition(table)));
  }

  /** Forgets one instant of the named tables, or of all; tables without a snapshot left go too. */
  async deleteMonth({ asOf, tables }: AsOf & { readonly tables?: readonly string[] }): Promise<void> {
    const instant = toEpochMs(asOf, { dateOnly: 'midnight' });
    await this.#context.database.write(SNAPSHOT_COLLECTIONS, async (transaction) => {
      const names = tables ?? (await transaction.getAll('tables')).map(({ name }) => name);
      for (const name of names) {
        await transaction.deleteAll('snapshots', { prefix: [name, instant] });
        await transaction.deleteAll('snapshotPayloads', { prefix: [name, instant] });
        if ((await transaction.count('snapshots', { prefix: [name] })) === 0)
          await transaction.delete('tables', name);
      }
    });
  }

  /** Forgets a table with all its snapshots. A `KeyError` where there is none. */
  async deleteTable(name: string): Promise<void> {
    await this.#definition(name);
    await this.#context.database.write(SNAPSHOT_COLLECTIONS, async (transaction) => {
      await transaction.delete('tables', name);
      await transaction.deleteAll('snapshots', { prefix: [name] });
      await transaction.deleteAll('snapshotPayloads', { prefix: [name] });
    });
  }

  async #definition(name: string): Promise<TableRecord> {
    if (typeof name !== 'string') throw await this.#unknownTable(name);
    const definition = await this.#context.database.read(['tables'], (transaction) =>
      transaction.get('tables', name),
    );
    if (definition === undefined) throw await this.#unknownTable(name);
    return definition;
  }

  async #unknownTable(name: string): Promise<KeyError> {
    const tables = await this.#context.database.read(['tables'], (transaction) =>
      transaction.getAll('tables'),
    );
    return new KeyError(
      `no table ${quote(name)}`,
      suggest(
        name,
        tables.map((table) => table.name),
      ),
    );
  }
}

/** The rows of one instant; a table that was stored whole has others too. */
function rowsOf(table: Table, timestampField: string, instant: number): Table {
  if (table.nRows === 0) return table;
  const { values } = columnOf(table, timestampField);
  if (values.every((ms) => ms === instant)) return table;
  return take(
    table,
    Int32Array.from(values.keys()).filter((row) => values[row] === instant),
  );
}

function summarize(definition: TableRecord, snapshots: readonly SnapshotRecord[]): TableSummary {
  const { name, timestampField, createdTimestampColumn, joinKeys, columns } = definition;
  return {
    name,
    nRows: snapshots.reduce((sum, { nRows }) => sum + nRows, 0),
    columns: columns.map((column) => column.name),
    dtypes: columns.map(({ dtype }) => dtype),
    timestampField,
    createdTimestampColumn,
    joinKeys,
    asOf: instantsOf(snapshots),
    digest: digestOfValue(snapshots.map(({ asOf, revision, digest }) => [asOf, revision, digest])),
  };
}

function instantsOf(snapshots: readonly SnapshotRecord[]): string[] {
  return [...new Set(snapshots.map(({ asOf }) => asOf))].map(formatInstant);
}

function formatInstant(ms: number): string {
  return new Date(ms).toISOString().replace('T00:00:00.000Z', '');
}
