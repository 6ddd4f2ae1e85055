import type { Column } from './column.ts';
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
  const n = positions.length;
  const values = new (column.values.constructor as new (length: number) => typeof column.values)(n);
  let nulls: Uint8Array | null = null;
  for (let row = 0; row < n; row++) {
    const position = positions[row] as number;
    if (position < 0 || column.nulls?.[position] === 1) {
      nulls ??= new Uint8Array(n);
      nulls[row] = 1;
    } else {
      values[row] = column.values[position] as number;
    }
  }
  return { ...column, values, nulls } as Column;
}

/** Positions of the rows for which `keep` is true, ascending. */
export function positionsWhere(nRows: number, keep: (row: number) => boolean): Int32Array {
  const positions = new Int32Array(nRows);
  let n = 0;
  for (let row = 0; row < nRows; row++) if (keep(row)) positions[n++] = row;
  return positions.slice(0, n);
}
