import { checkOptions } from '../check-options.ts';
import { digestOf } from '../digest.ts';
import type { Problem } from '../problem.ts';
import type { ByteSource } from '../table/byte-source.ts';
import { cellAt } from '../table/column.ts';
import { select, withColumn } from '../table/select.ts';
import { columnOf } from '../table/table.ts';
import { tableDigest } from '../table/table-digest.ts';
import { type Instant, toEpochMs } from '../table/timestamps.ts';
import { type TaskOptions, throwIfCancelled } from '../task.ts';
import { toCanonicalTable } from './canonical-table.ts';
import type { FileTable } from './check-same-keys.ts';
import { SNAPSHOT_COLLECTIONS, type TableRecord } from './collections.ts';
import type { SnapshotContext } from './context.ts';
import { courseSchema } from './course-schema.ts';
import { earliestLanding } from './earliest-landing.ts';
import { ImportError } from './errors.ts';
import { type ColumnMapping, readMonth } from './read-month.ts';
import {
  type NewSnapshot,
  type OnConflict,
  type StoredSnapshot,
  storeSnapshots,
  toOnConflict,
} from './store-snapshots.ts';
import type { MonthSchema } from './table-schema.ts';

/** Options of `importMonth`. */
export interface ImportMonthOptions extends TaskOptions {
  /** The instant at which the month's rows were true; a date alone is its midnight, UTC. */
  readonly asOf: Instant;
  /** Where other rows are stored for this month: 'ask' (throw, the default), 'replace' or 'correction'. */
  readonly onConflict?: OnConflict;
  readonly mapping?: ColumnMapping;
  /** The tables of a month; those of the course when left out. */
  readonly schema?: MonthSchema;
}

/** What an import stored, table by table. */
export interface ImportedMonth {
  readonly asOf: number;
  readonly tables: readonly StoredSnapshot[];
  /** Warnings; with an error nothing would have been stored. */
  readonly problems: readonly Problem[];
}

/**
 * Stores one month's files: whole, or not at all. Rows get the month's instant and, unless the file tells,
 * the simulated time as their landing, a day after that instant at the earliest; the clock moves on to that day
 * where it is not that far yet. The same month again changes nothing. An `ImportError` holds all problems of the files, a `MonthConflictError` tells what is stored
 * otherwise. A correction stores only the rows that differ, landing later.
 */
export async function importMonth(
  { clock, writeWithClock }: SnapshotContext,
  files: readonly ByteSource[],
  options: ImportMonthOptions,
): Promise<ImportedMonth> {
  checkOptions('data.importMonth', options, {
    required: ['asOf'],
    optional: ['onConflict', 'mapping', 'schema', 'onProgress', 'signal'],
  });
  const onConflict = toOnConflict(options.onConflict);
  const asOf = toEpochMs(options.asOf, { dateOnly: 'midnight' });
  const schema = options.schema ?? courseSchema;
  const { tables, problems: found } = await readMonth(files, { ...options, schema });
  const problems = [...found, ...checkInstants(tables, schema, asOf)];
  if (problems.some(({ severity }) => severity === 'error')) {
    throw new ImportError(`month ${new Date(asOf).toISOString().slice(0, 10)}`, problems);
  }
  const importedAt = Math.max(clock.now(), earliestLanding(asOf));
  const snapshots = tables.map((table) => toSnapshot(table, schema, { asOf, importedAt }));
  throwIfCancelled(options.signal, 'importing the month');
  const stored = await writeWithClock(SNAPSHOT_COLLECTIONS, (transaction, time) => {
    time.reach(earliestLanding(asOf));
    return storeSnapshots(transaction, snapshots, { onConflict, importedAt });
  });
  return { asOf, tables: stored, problems };
}

/** A file that carries its own instants must agree with the one it is imported for. */
function checkInstants(tables: readonly FileTable[], schema: MonthSchema, asOf: number): Problem[] {
  return tables.flatMap(({ table, file }) => {
    const column = schema.timestampField;
    const row = table.columns.get(column)?.values.findIndex((ms) => ms !== asOf) ?? -1;
    if (row === -1) return [];
    const value = cellAt(columnOf(table, column), row);
    const problem: Problem = {
      severity: 'error',
      code: 'other-instant',
      message: `${column} is ${value instanceof Date ? value.toISOString() : value}, not ${new Date(asOf).toISOString()}`,
      hint: 'give the asOf of the file, or split the file by month',
      file,
      column,
      row: row + 1,
      value,
    };
    return [problem];
  });
}

function toSnapshot(
  { table, schema: tableSchema }: FileTable,
  schema: MonthSchema,
  { asOf, importedAt }: { readonly asOf: number; readonly importedAt: number },
): NewSnapshot {
  const { timestampField, createdTimestampColumn } = schema;
  const isStamped = !table.columns.has(createdTimestampColumn);
  const instant = (ms: number) =>
    ({ dtype: 'timestamp', values: new Float64Array(table.nRows).fill(ms), nulls: null }) as const;
  const timed = withColumn(table, timestampField, instant(asOf));
  const landed = isStamped ? withColumn(timed, createdTimestampColumn, instant(importedAt)) : timed;
  const names = [...tableSchema.columns.map(({ name }) => name), timestampField, createdTimestampColumn];
  const whole = toCanonicalTable(select(landed, names));
  const definition: TableRecord = {
    kind: 'table',
    version: 1,
    name: tableSchema.name,
    timestampField,
    createdTimestampColumn,
    joinKeys: tableSchema.joinKeys,
    columns: [...whole.columns].map(([name, { dtype }]) => ({ name, dtype })),
  };
  const content = names.filter(
    (name) => name !== timestampField && !(isStamped && name === createdTimestampColumn),
  );
  const digest = digestOf(new Date(asOf).toISOString(), tableDigest(select(whole, content)));
  return { definition, asOf, table: whole, digest, isStamped };
}
