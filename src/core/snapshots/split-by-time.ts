import { quote, ValueError } from '../errors.ts';
import { columnOf, type Table } from '../table/table.ts';
import { take } from '../table/take.ts';
import { toCanonicalTable } from './canonical-table.ts';

// Past this many instants a table is a log of events rather than a series of snapshots.
const MOST_SNAPSHOTS = 400;

/**
 * The rows of each instant of a timestamp column, in time order, in canonical form. A table of more than 400
 * instants comes back whole, under its last one. A row without an instant is a `ValueError`. O(cells).
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
  const buckets = positionsByValue(values as Float64Array);
  if (buckets === null) {
    const last = (values as Float64Array).reduce((latest, instant) => Math.max(latest, instant));
    return new Map([[last, toCanonicalTable(table)]]);
  }
  const inOrder = [...buckets].sort(([a], [b]) => a - b);
  return new Map(
    inOrder.map(([instant, rows]) => [instant, toCanonicalTable(take(table, Int32Array.from(rows)))]),
  );
}

/** The positions of each value, or null past the number of snapshots a table may have. */
function positionsByValue(values: Float64Array): ReadonlyMap<number, readonly number[]> | null {
  const buckets = new Map<number, number[]>();
  let bucket: number[] = [];
  let instant = Number.NaN;
  for (let row = 0; row < values.length; row++) {
    // Rows come mostly in runs of one instant, which saves looking most of them up.
    if (values[row] !== instant) {
      instant = values[row] as number;
      bucket = buckets.get(instant) ?? [];
      buckets.set(instant, bucket);
      if (buckets.size > MOST_SNAPSHOTS) return null;
    }
    bucket.push(row);
  }
  return buckets;
}
