import { numberKeys } from '../../core/snapshots/row-keys.ts';
import type { TableSummary } from '../../core/snapshots/snapshot-store.ts';
import { columnOf, type Table } from '../../core/table/table.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** One month of one table. */
export interface MatrixCell {
  /** Rows as the month stands now: one per join key. */
  readonly nRows: number;
  /** Rows that a later one for the same key has corrected; they are still there for whoever asks as of an earlier time. */
  readonly nCorrected: number;
  /** Of the content after the last delivery. */
  readonly digest: string;
}

/** A table with its months. */
export interface MatrixRow {
  readonly table: TableSummary;
  /** By instant as `months` lists it; absent where the table has nothing. */
  readonly cells: Readonly<Record<string, MatrixCell>>;
}

/** Everything that is stored: tables × months. */
export interface DataMatrix {
  readonly rows: readonly MatrixRow[];
  /** The instants that any table has, ascending: '2024-01-31', with the time where it is not midnight. */
  readonly months: readonly string[];
}

/** Reads what is stored and counts its rows. O(rows of all tables). */
export async function readMatrix({ engine: { snapshots } }: Workspace): Promise<DataMatrix> {
  const [tables, deliveries] = await Promise.all([snapshots.listTables(), snapshots.listSnapshots()]);
  const rows = await Promise.all(
    tables.map(async (table): Promise<MatrixRow> => {
      const counts = countRows(await snapshots.readTable(table.name), table);
      const cells = table.asOf.map((month): [string, MatrixCell] => {
        const instant = Date.parse(month);
        const last = deliveries.findLast(({ table: name, asOf }) => name === table.name && asOf === instant);
        return [month, { ...(counts.get(instant) ?? NO_ROWS), digest: last?.digest ?? '' }];
      });
      return { table, cells: Object.fromEntries(cells) };
    }),
  );
  return { rows, months: [...new Set(tables.flatMap(({ asOf }) => asOf))].sort() };
}

const NO_ROWS = { nRows: 0, nCorrected: 0 };

/** Rows per instant, the ones that stand told from those that were corrected; without join keys all stand. */
function countRows(
  table: Table,
  { timestampField, joinKeys }: TableSummary,
): ReadonlyMap<number, Pick<MatrixCell, 'nRows' | 'nCorrected'>> {
  const instants = columnOf(table, timestampField).values;
  const keys = joinKeys.length === 0 ? null : numberKeys(table, joinKeys);
  const seen = new Map<number, Uint8Array>();
  const counts = new Map<number, { nRows: number; nCorrected: number }>();
  for (let row = 0; row < table.nRows; row++) {
    const instant = instants[row]!;
    const count = counts.get(instant) ?? { nRows: 0, nCorrected: 0 };
    counts.set(instant, count);
    const seenHere = seen.get(instant) ?? new Uint8Array(keys?.nKeys ?? 0);
    seen.set(instant, seenHere);
    const key = keys?.numbers[row] ?? -1;
    if (seenHere[key] === 1) count.nCorrected++;
    else count.nRows++;
    if (key >= 0) seenHere[key] = 1;
  }
  return counts;
}
