import { openSource } from '../../core/features/feature-source.ts';
import { indexKeys } from '../../core/features/key-index.ts';
import { creationTimes } from '../../core/features/point-in-time-join.ts';
import { lacksTime } from '../../core/features/time-order.ts';
import { cellAt } from '../../core/table/column.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { CUSTOMER_KEY } from './read-customer.ts';

const DAY_MS = 86_400_000;
/** A row that lands this much after it was true missed the nightly batch by weeks. */
const LATE_MS = 10 * DAY_MS;

/** What is worth seeing about a customer: a row written late, rewritten, delivered twice, or the last one they have. */
export type Peculiarity = 'late' | 'corrected' | 'doubled' | 'left';

/** A customer that shows a peculiarity at an instant. */
export interface NotableCustomer {
  readonly peculiarity: Peculiarity;
  readonly userId: string;
  readonly atMs: number;
}

/** One customer per peculiarity that the data hold, from the second half of the time they cover. O(rows). */
export async function findNotableCustomers({
  engine,
}: Pick<Workspace, 'engine'>): Promise<readonly NotableCustomer[]> {
  const found = new Map<Peculiarity, NotableCustomer>();
  for (const view of await engine.features.listFeatureViews()) {
    const definition = view.toDefinition();
    if (definition.joinKeys.join() !== CUSTOMER_KEY) continue;
    const source = openSource(definition, await engine.snapshots.readTable(definition.source.table));
    const [key] = source.keys;
    const { times, created, table } = source;
    if (key === undefined || created === null || table.nRows === 0) continue;
    const [from, to] = span(times.values);
    const landed = creationTimes(created);
    const note = (peculiarity: Peculiarity, row: number, days: number): void => {
      const eventMs = times.values[row] as number;
      if (found.has(peculiarity) || eventMs < (from + to) / 2 || eventMs === to) return;
      found.set(peculiarity, {
        peculiarity,
        userId: String(cellAt(key, row)),
        atMs: eventMs + days * DAY_MS,
      });
    };
    const versions = indexKeys([key, times], table.nRows);
    const firstVersion = new Int32Array(versions.nKeys).fill(-1);
    const customers = indexKeys([key], table.nRows);
    const lastRow = new Int32Array(customers.nKeys).fill(-1);
    for (let row = 0; row < table.nRows; row++) {
      if (lacksTime(times, row)) continue;
      const version = versions.ids[row] as number;
      const first = firstVersion[version] as number;
      if (first < 0) firstVersion[version] = row;
      else note(landed[first] === landed[row] ? 'doubled' : 'corrected', row, 2);
      if (first < 0 && (landed[row] as number) - (times.values[row] as number) > LATE_MS)
        note('late', row, 3);
      const customer = customers.ids[row] as number;
      const last = lastRow[customer] as number;
      if (last < 0 || (times.values[row] as number) > (times.values[last] as number)) lastRow[customer] = row;
    }
    let gone = -1;
    for (const row of lastRow) {
      const time = times.values[row] ?? to;
      if (time < (from + to) / 2) continue;
      if (gone < 0 || time < (times.values[gone] as number)) gone = row;
    }
    if (gone >= 0) note('left', gone, view.ttl / DAY_MS + 5);
  }
  return (['corrected', 'late', 'doubled', 'left'] as const).flatMap((name) => found.get(name) ?? []);
}

function span(times: Float64Array): readonly [from: number, to: number] {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    if (time < from) from = time;
    if (time > to) to = time;
  }
  return [from, to];
}
