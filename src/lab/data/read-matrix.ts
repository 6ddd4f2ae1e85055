import type { SnapshotRecord } from '../../core/snapshots/collections.ts';
import type { TableSummary } from '../../core/snapshots/snapshot-store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** One month of one table, as it was delivered. */
export interface MatrixCell {
  /** Rows of the first delivery. */
  readonly nRows: number;
  /** Rows that later deliveries corrected or added; 0 where the month came once. */
  readonly nCorrected: number;
  /** Of the content after the last correction. */
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

/** Reads what is stored, without the values. */
export async function readMatrix({ engine }: Workspace): Promise<DataMatrix> {
  const [tables, snapshots] = await Promise.all([
    engine.snapshots.listTables(),
    engine.snapshots.listSnapshots(),
  ]);
  const rows = tables.map((table) => ({
    table,
    cells: cellsOf(snapshots.filter((snapshot) => snapshot.table === table.name)),
  }));
  return { rows, months: [...new Set(tables.flatMap(({ asOf }) => asOf))].sort() };
}

function cellsOf(snapshots: readonly SnapshotRecord[]): Record<string, MatrixCell> {
  const cells: Record<string, MatrixCell> = {};
  for (const { asOf, revision, nRows, digest } of snapshots) {
    const month = new Date(asOf).toISOString().replace('T00:00:00.000Z', '');
    const { nRows: nFirst = nRows, nCorrected = 0 } = cells[month] ?? {};
    cells[month] = { nRows: nFirst, nCorrected: revision === 0 ? 0 : nCorrected + nRows, digest };
  }
  return cells;
}
