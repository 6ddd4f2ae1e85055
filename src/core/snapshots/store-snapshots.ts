import type { WriteTransaction } from '../database.ts';
import { quote, ValueError } from '../errors.ts';
import { concat } from '../table/concat.ts';
import { pack, unpack } from '../table/pack.ts';
import { withColumn } from '../table/select.ts';
import { columnOf, type Table } from '../table/table.ts';
import { take } from '../table/take.ts';
import { toCanonicalTable } from './canonical-table.ts';
import { findChanges, type RowChanges } from './changed-rows.ts';
import type { SnapshotCollections, SnapshotRecord, TableRecord } from './collections.ts';
import { MonthConflictError, type TableDifference } from './errors.ts';
import { latestRows } from './latest-rows.ts';

/**
 * What to do where other rows are stored for the same instant: refuse, replace them, or keep both as a
 * correction.
 */
export type OnConflict = 'ask' | 'replace' | 'correction';

/** A table's rows of one instant that are to be stored. */
export interface NewSnapshot {
  readonly definition: TableRecord;
  /** UTC milliseconds. */
  readonly asOf: number;
  /** In canonical form, with its time columns. */
  readonly table: Table;
  /** Of the content, creation times that were stamped on import apart. */
  readonly digest: string;
  /** Whether creation times were stamped on import rather than delivered. */
  readonly isStamped: boolean;
}

/** What became of one snapshot. */
export interface StoredSnapshot {
  readonly table: string;
  readonly asOf: number;
  readonly status: 'stored' | 'unchanged' | 'replaced' | 'corrected';
  /** Rows written. */
  readonly nRows: number;
}

/** Options of `storeSnapshots`. */
export interface StoreOptions {
  readonly onConflict: OnConflict;
  /** Simulated time in UTC milliseconds. */
  readonly importedAt: number;
}

type Transaction = WriteTransaction<SnapshotCollections, keyof SnapshotCollections>;

/** The way given, 'ask' for none; a `ValueError` for one that is not among `ways`. */
export function toOnConflict(
  given: OnConflict | undefined,
  ways: readonly OnConflict[] = ['ask', 'replace', 'correction'],
): OnConflict {
  if (given === undefined) return 'ask';
  if (ways.includes(given)) return given;
  throw new ValueError(`onConflict is ${quote(given)}`, `use one of ${ways.map(quote).join(', ')}`);
}

/**
 * Stores snapshots within one transaction: all or, when it throws, none. A snapshot that is there already, by
 * digest or row by row, is left alone. A `MonthConflictError` lists everything that differs; a `ValueError`
 * tells of a table that is stored with other columns.
 */
export async function storeSnapshots(
  transaction: Transaction,
  snapshots: readonly NewSnapshot[],
  options: StoreOptions,
): Promise<readonly StoredSnapshot[]> {
  const plans: Plan[] = [];
  for (const snapshot of snapshots) plans.push(await planSnapshot(transaction, snapshot));
  refuseConflicts(plans, options.onConflict);
  const stored: StoredSnapshot[] = [];
  for (const plan of plans) stored.push(await carryOut(transaction, plan, options));
  return stored;
}

interface Plan {
  readonly snapshot: NewSnapshot;
  /** Null where nothing is stored for this instant. */
  readonly conflict: (RowChanges & { readonly last: SnapshotRecord; readonly state: Table }) | null;
  readonly isUnchanged: boolean;
}

async function planSnapshot(transaction: Transaction, snapshot: NewSnapshot): Promise<Plan> {
  const { definition, asOf, digest } = snapshot;
  const former = await transaction.get('tables', definition.name);
  if (former === undefined) return { snapshot, conflict: null, isUnchanged: false };
  requireSameDefinition(former, definition);
  const prefix = [definition.name, asOf];
  const last = (await transaction.getAll('snapshots', { prefix })).at(-1);
  if (last === undefined) return { snapshot, conflict: null, isUnchanged: false };
  if (last.digest === digest) return { snapshot, conflict: null, isUnchanged: true };
  const payloads = await transaction.getAll('snapshotPayloads', { prefix });
  const state = latestRows(concat(payloads.map(({ packed }) => unpack(packed))), definition);
  const changes = findChanges(state, latestRows(snapshot.table, definition), {
    joinKeys: definition.joinKeys,
    content: contentColumns(definition),
  });
  const isUnchanged = changes.changed.length + changes.added.length + changes.nRemoved === 0;
  return { snapshot, conflict: { ...changes, last, state }, isUnchanged };
}

/** The columns that say something of the entity, in order: all but the two time columns. */
export function contentColumns(definition: TableRecord): string[] {
  const { timestampField, createdTimestampColumn } = definition;
  return definition.columns
    .map(({ name }) => name)
    .filter((name) => name !== timestampField && name !== createdTimestampColumn);
}

function refuseConflicts(plans: readonly Plan[], onConflict: OnConflict): void {
  const differences = plans.flatMap(({ snapshot, conflict, isUnchanged }): TableDifference[] => {
    if (conflict === null || isUnchanged) return [];
    const { changed, added, nRemoved } = conflict;
    const counts = { nChanged: changed.length, nAdded: added.length, nRemoved };
    return [{ table: snapshot.definition.name, asOf: snapshot.asOf, ...counts }];
  });
  if (onConflict === 'ask' && differences.length > 0) {
    throw new MonthConflictError(
      differences,
      "give onConflict: 'replace' to forget the stored rows, or 'correction' to keep both, the new ones landing now",
    );
  }
  const shrunk = differences.filter(({ nRemoved }) => nRemoved > 0);
  if (onConflict === 'correction' && shrunk.length > 0) {
    throw new MonthConflictError(
      shrunk,
      "a correction can change and add rows but not take them away: give onConflict: 'replace'",
    );
  }
}

async function carryOut(
  transaction: Transaction,
  { snapshot, conflict, isUnchanged }: Plan,
  { onConflict, importedAt }: StoreOptions,
): Promise<StoredSnapshot> {
  const { definition, asOf, digest, table } = snapshot;
  const place = { table: definition.name, asOf };
  if (isUnchanged) return { ...place, status: 'unchanged', nRows: 0 };
  const write = async (rows: Table, revision: number): Promise<void> => {
    const record = { ...place, revision, nRows: rows.nRows, digest, importedAt };
    await Promise.all([
      transaction.put('tables', definition),
      transaction.put('snapshots', { kind: 'snapshot', version: 1, ...record }),
      transaction.put('snapshotPayloads', { ...place, revision, packed: pack(rows) }),
    ]);
  };
  if (conflict !== null && onConflict === 'correction') {
    const rows = correctedRows(snapshot, conflict, importedAt);
    await write(rows, conflict.last.revision + 1);
    return { ...place, status: 'corrected', nRows: rows.nRows };
  }
  if (conflict !== null) {
    const prefix = [definition.name, asOf];
    await transaction.deleteAll('snapshots', { prefix });
    await transaction.deleteAll('snapshotPayloads', { prefix });
  }
  await write(table, 0);
  return { ...place, status: conflict === null ? 'stored' : 'replaced', nRows: table.nRows };
}

/**
 * The changed and new rows; stamped ones land after everything stored before, or the correction would not
 * win.
 */
function correctedRows(
  { definition, table, isStamped }: NewSnapshot,
  { changed, added, state }: NonNullable<Plan['conflict']>,
  importedAt: number,
): Table {
  const positions = Int32Array.from([...changed, ...added]).sort();
  const rows = toCanonicalTable(take(latestRows(table, definition), positions));
  const name = definition.createdTimestampColumn;
  if (!isStamped || name === null) return rows;
  const landings = columnOf(state, name).values as Float64Array;
  const lastLanding = landings.reduce((last, ms) => Math.max(last, ms), -Infinity);
  const values = new Float64Array(rows.nRows).fill(Math.max(importedAt, lastLanding + 1));
  return withColumn(rows, name, { dtype: 'timestamp', values, nulls: null });
}

function requireSameDefinition(former: TableRecord, now: TableRecord): void {
  const describe = ({ columns, timestampField, createdTimestampColumn, joinKeys }: TableRecord): string =>
    JSON.stringify([
      columns.map(({ name, dtype }) => `${name}: ${dtype}`).sort(),
      timestampField,
      createdTimestampColumn,
      joinKeys,
    ]);
  if (describe(former) === describe(now)) return;
  throw new ValueError(
    `table ${quote(now.name)} is stored with other columns or times`,
    'delete the stored table first, or give the new one another name',
  );
}
