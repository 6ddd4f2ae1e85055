import { quote, ValueError } from '../errors.ts';
import { columnOf, type Table } from '../table/table.ts';
import { take } from '../table/take.ts';
import { toCanonicalTable } from './canonical-table.ts';

// Past this many instants a table is a log of events rather than a series of snapshots.
const MOST_SNAPSHOTS = 400;

/**
 * The rows of each instant of a timestamp column, in time order, in canonical form. A table of more than 400 instants comes
 * back whole, under its last one. A row without an instant is a `ValueError`. O(cells).
 */
export function splitByTime(table: Table, timestampField: string): ReadonlyMap<number, Table> {
  const { values, nulls } = columnOf(table, timestampField);
  const nullRow = nulls?.indexOf(1) ?? -1;
  if (nullRow !== -1) {
    throw new ValueError(
      `${quote(timestampField)} is missing in row ${nullRow + 1}`,
      'every row needs the instant at which it was true',
    );
  }
  const instants = [...new Set(values)].sort((a, b) => a - b);
  if (instants.length > MOST_SNAPSHOTS) {
    return new Map([[instants.at(-1) as number, toCanonicalTable(table)]]);
  }
  const counts = new Map<number, number>();
  for (const instant of values) counts.set(instant, (counts.get(instant) ?? 0) + 1);
  const positions = new Map(
    instants.map((instant) => [instant, new Int32Array(counts.get(instant) as number)]),
  );
  const filled = new Map(instants.map((instant) => [instant, 0]));
  values.forEach((instant, row) => {
    const n = filled.get(instant) as number;
    (positions.get(instant) as Int32Array)[n] = row;
    filled.set(instant, n + 1);
  });
  return new Map([...positions].map(([instant, rows]) => [instant, toCanonicalTable(take(table, rows))]));
}
