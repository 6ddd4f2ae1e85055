import { checkOptions } from '../check-options.ts';
import { quote, TypeMismatchError, ValueError } from '../errors.ts';
import { withColumn } from '../table/select.ts';
import { columnOf, type Table } from '../table/table.ts';
import { tableDigest } from '../table/table-digest.ts';
import { toTimestampColumn } from '../table/timestamps.ts';
import { SNAPSHOT_COLLECTIONS, type TableRecord } from './collections.ts';
import type { SnapshotContext } from './context.ts';
import { splitByTime } from './split-by-time.ts';
import { storeSnapshots } from './store-snapshots.ts';

/** What the columns of an imported table mean. */
export interface ImportTableOptions {
  readonly timestampField: string;
  readonly createdTimestampColumn?: string | null;
  /** The columns that tell whose row it is; without them a snapshot keeps all its rows. */
  readonly joinKeys?: readonly string[];
}

/**
 * Stores a table of any schema under `name`, in place of the table that has this name: one snapshot per instant,
 * or, with more than 400 instants, whole; then only the last instant is listed, but each can be read. An equal
 * table changes nothing. Time columns may be timestamps, ISO texts with a time, or epoch milliseconds.
 */
export async function importTable(
  { database, clock }: Pick<SnapshotContext, 'database' | 'clock'>,
  name: string,
  table: Table,
  options: ImportTableOptions,
): Promise<'stored' | 'unchanged' | 'replaced'> {
  checkOptions('data.importTable', options, {
    required: ['timestampField'],
    optional: ['createdTimestampColumn', 'joinKeys'],
  });
  const { timestampField, createdTimestampColumn = null, joinKeys = [] } = options;
  if (typeof name !== 'string' || name.trim() === '') {
    throw new TypeMismatchError(`${quote(name)} cannot name a table`, 'give a text that is not empty');
  }
  if (table.nRows === 0)
    throw new ValueError(`table ${quote(name)} has no rows`, 'give a table with at least one row');
  if (!Array.isArray(joinKeys)) {
    throw new TypeMismatchError(
      `joinKeys is ${quote(joinKeys)}`,
      "give a list of columns, for example ['user_id']",
    );
  }
  for (const key of joinKeys) columnOf(table, key);
  let timed = table;
  for (const column of [
    timestampField,
    ...(createdTimestampColumn === null ? [] : [createdTimestampColumn]),
  ]) {
    timed = withColumn(timed, column, toTimestampColumn(columnOf(table, column), column));
  }
  const definition: TableRecord = {
    kind: 'table',
    version: 1,
    name,
    timestampField,
    createdTimestampColumn,
    joinKeys,
    columns: [...timed.columns].map(([columnName, { dtype }]) => ({ name: columnName, dtype })),
  };
  const snapshots = [...splitByTime(timed, timestampField)].map(([asOf, rows]) => {
    return { definition, asOf, table: rows, digest: tableDigest(rows), isStamped: false };
  });
  const importedAt = clock.now();
  return database.write(SNAPSHOT_COLLECTIONS, async (transaction) => {
    const former = await transaction.get('tables', name);
    const formerSnapshots = await transaction.getAll('snapshots', { prefix: [name] });
    const isSame =
      JSON.stringify(former) === JSON.stringify(definition) &&
      formerSnapshots.length === snapshots.length &&
      formerSnapshots.every(({ digest }, i) => digest === snapshots[i]?.digest);
    if (isSame) return 'unchanged';
    await transaction.delete('tables', name);
    await transaction.deleteAll('snapshots', { prefix: [name] });
    await transaction.deleteAll('snapshotPayloads', { prefix: [name] });
    await storeSnapshots(transaction, snapshots, { onConflict: 'replace', importedAt });
    return former === undefined ? 'stored' : 'replaced';
  });
}
