import { cellAt } from '../../core/table/column.ts';
import { columnOf } from '../../core/table/table.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { CUSTOMER_KEY } from './read-customer.ts';

/** The months that the lab has customers for, and those that have labels, ascending. */
export interface Months {
  readonly users: readonly string[];
  readonly labels: readonly string[];
}

export async function listMonths({ engine }: Pick<Workspace, 'engine'>): Promise<Months> {
  const tables = await engine.snapshots.listTables();
  const monthsOf = (table: string): readonly string[] =>
    tables.find(({ name }) => name === table)?.asOf ?? [];
  return { users: monthsOf('users'), labels: monthsOf('labels') };
}

/** The ids of a month's customers, in the order in which they are stored. */
export async function listCustomers(
  { engine }: Pick<Workspace, 'engine'>,
  asOf: string,
): Promise<readonly string[]> {
  const entities = await engine.snapshots.entityTable({ asOf });
  const key = columnOf(entities, CUSTOMER_KEY);
  return Array.from({ length: entities.nRows }, (_, row) => String(cellAt(key, row)));
}
