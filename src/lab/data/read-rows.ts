import type { Table } from '../../core/table/table.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** All months of a table one after the other, corrections as rows of their own. */
export const ALL_MONTHS = 'all';

/** Which rows: a table, and one of its months or all. */
export interface Selection {
  readonly table: string;
  readonly month: string;
}

/** The rows of a selection, told apart from those of another one that is still being read. */
export interface SelectedRows extends Selection {
  readonly rows: Table;
}

/** Reads one month of a table as it stands now, corrections applied; or all its deliveries. */
export async function readRows({ engine }: Workspace, selection: Selection): Promise<SelectedRows> {
  const { table, month } = selection;
  const rows =
    month === ALL_MONTHS
      ? await engine.snapshots.readTable(table)
      : await engine.snapshots.readSnapshot(table, { asOf: month });
  return { table, month, rows };
}
