import type { Workspace } from '../workspace/workspace.ts';
import type { Selection } from './read-rows.ts';

/** How much of what is selected goes: this month of the table, this month of all tables, or the table with all its months. */
export type DeleteScope = 'snapshot' | 'month' | 'table';

/** Deletes for good. */
export async function deleteData(
  { engine }: Workspace,
  { table, month }: Selection,
  scope: DeleteScope,
): Promise<void> {
  if (scope === 'table') await engine.snapshots.deleteTable(table);
  else await engine.snapshots.deleteMonth({ asOf: month, ...(scope === 'snapshot' && { tables: [table] }) });
}
