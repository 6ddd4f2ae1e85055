import { openSource } from '../../core/features/feature-source.ts';
import { type FeatureViewDefinition, featuresOf } from '../../core/features/feature-view.ts';
import { lacksTime } from '../../core/features/time-order.ts';
import type { Cell } from '../../core/table/column.ts';
import { cellAt, isNull } from '../../core/table/column.ts';
import type { Table } from '../../core/table/table.ts';
import { positionsWhere, take } from '../../core/table/take.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The key that the explorer's customers are known by. */
export const CUSTOMER_KEY = 'user_id';

/** One source row of a customer. */
export interface LaneRow {
  /** Position among this customer's rows of the table. */
  readonly rowIndex: number;
  /** Position in the whole source table. */
  readonly sourceRow: number;
  readonly eventMs: number;
  /** When the row was written; null where the source does not tell. */
  readonly landedMs: number | null;
  /** How many earlier versions of the same instant there are: 0 for the first delivery. */
  readonly revision: number;
  readonly values: Readonly<Record<string, Cell>>;
}

/** A feature view with the rows that one customer has in its source, by event time, then as they landed. */
export interface Lane {
  readonly view: FeatureViewDefinition;
  readonly rows: readonly LaneRow[];
}

/** Everything the views know of one customer, small enough to be joined while a hand moves. */
export interface Customer {
  readonly userId: string;
  readonly lanes: readonly Lane[];
  /** Source table → this customer's rows of it, in source order. */
  readonly tables: ReadonlyMap<string, Table>;
  /** Views that are joined by anything but the customer: they have no lane. */
  readonly otherViews: readonly string[];
}

/** Reads a customer's rows, once per view. */
export async function readCustomer({ engine }: Pick<Workspace, 'engine'>, userId: string): Promise<Customer> {
  const defined = (await engine.features.listFeatureViews()).map((view) => view.toDefinition());
  const views = defined.filter(({ joinKeys }) => joinKeys.length === 1 && joinKeys[0] === CUSTOMER_KEY);
  const tables = new Map<string, Table>();
  const lanes: Lane[] = [];
  for (const view of views) {
    const whole = await engine.snapshots.readTable(view.source.table);
    const positions = rowsOfCustomer(view, whole, userId);
    const rows = take(whole, positions);
    tables.set(view.source.table, rows);
    lanes.push({ view, rows: toLane(view, rows, positions) });
  }
  const otherViews = defined.filter((view) => !views.includes(view)).map(({ name }) => name);
  return { userId, lanes, tables, otherViews };
}

function rowsOfCustomer(view: FeatureViewDefinition, table: Table, userId: string): Int32Array {
  const key = openSource(view, table).keys[0];
  if (key?.dtype !== 'string') {
    return positionsWhere(table.nRows, (row) => key !== undefined && String(cellAt(key, row)) === userId);
  }
  const place = key.dictionary.indexOf(userId);
  if (place < 0) return new Int32Array(0);
  return positionsWhere(table.nRows, (row) => key.values[row] === place && !isNull(key, row));
}

function toLane(view: FeatureViewDefinition, table: Table, positions: Int32Array): readonly LaneRow[] {
  const source = openSource(view, table);
  const columns = featuresOf(view).map((field) => [field.name, source.column(field)] as const);
  const rows = Array.from(positions, (sourceRow, rowIndex): LaneRow | null => {
    if (lacksTime(source.times, rowIndex)) return null;
    const { created } = source;
    return {
      rowIndex,
      sourceRow,
      eventMs: source.times.values[rowIndex] as number,
      landedMs:
        created === null || lacksTime(created, rowIndex) ? null : (created.values[rowIndex] as number),
      revision: 0,
      values: Object.fromEntries(columns.map(([name, column]) => [name, cellAt(column, rowIndex)])),
    };
  }).filter((row) => row !== null);
  rows.sort((a, b) => a.eventMs - b.eventMs || (a.landedMs ?? 0) - (b.landedMs ?? 0));
  const versions = new Map<number, number>();
  return rows.map((row) => {
    const revision = versions.get(row.eventMs) ?? 0;
    versions.set(row.eventMs, revision + 1);
    return { ...row, revision };
  });
}
