import type { Column, NullMask } from './column.ts';
import { createTable, type Table } from './table.ts';

/** The rows at `positions`, in that order, repeats allowed; a position of −1 gives a row of nulls. */
export function take(table: Table, positions: Int32Array): Table {
  const taken = createTable(
    [...table.columns].map(([name, column]) => [name, takeColumn(column, positions)]),
  );
  return { ...taken, nRows: positions.length };
}

/** The values of one column at `positions`; −1 gives null. */
export function takeColumn(column: Column, positions: Int32Array): Column {
  const nulls = takeNulls(column.nulls, positions);
  const Values = column.values.constructor as new (length: number) => typeof column.values;
  const values = new Values(positions.length);
  const from = column.values;
  if (nulls === null) {
    for (let row = 0; row < values.length; row++) values[row] = from[positions[row] as number] as number;
  } else {
    for (let row = 0; row < values.length; row++) {
      if (nulls[row] === 0) values[row] = from[positions[row] as number] as number;
    }
  }
  return { ...column, values, nulls } as Column;
}

/** Made only when the first null is met, as most columns have none. */
function takeNulls(from: NullMask, positions: Int32Array): NullMask {
  let nulls: Uint8Array | null = null;
  for (let row = 0; row < positions.length; row++) {
    const position = positions[row] as number;
    if (position >= 0 && (from === null || from[position] !== 1)) continue;
    nulls ??= new Uint8Array(positions.length);
    nulls[row] = 1;
  }
  return nulls;
}

/** Positions of the rows for which `keep` is true, ascending. */
export function positionsWhere(nRows: number, keep: (row: number) => boolean): Int32Array {
  const positions = new Int32Array(nRows);
  let n = 0;
  for (let row = 0; row < nRows; row++) if (keep(row)) positions[n++] = row;
  return positions.slice(0, n);
}
