import type { Column, StringColumn } from '../table/column.ts';
import { createTable, type Table } from '../table/table.ts';

/**
 * The same table in one fixed form, so that equal content has equal bytes: dictionaries hold what occurs in
 * the order of its first appearance, null rows hold 0, and a mask without nulls is left out. O(cells).
 */
export function toCanonicalTable(table: Table): Table {
  const columns = [...table.columns].map(([name, column]) => [name, toCanonicalColumn(column)] as const);
  return { ...createTable(columns), nRows: table.nRows };
}

function toCanonicalColumn(column: Column): Column {
  const nulls = column.nulls?.includes(1) ? column.nulls : null;
  if (column.dtype === 'string') {
    return nulls === null && isInOrder(column) ? { ...column, nulls } : compactDictionary(column, nulls);
  }
  if (nulls === null) return { ...column, nulls };
  const values = column.values.slice();
  for (let row = 0; row < values.length; row++) if (nulls[row] === 1) values[row] = 0;
  return { ...column, values, nulls } as Column;
}

/** Whether the dictionary holds what occurs, in the order of its first appearance, as readers leave it. */
function isInOrder({ values, dictionary }: StringColumn): boolean {
  let next = 0;
  for (let row = 0; row < values.length; row++) {
    const code = values[row] as number;
    if (code > next) return false;
    if (code === next) next++;
  }
  return next === dictionary.length;
}

function compactDictionary(column: StringColumn, nulls: Uint8Array | null): StringColumn {
  const codes = new Int32Array(column.dictionary.length).fill(-1);
  const dictionary: string[] = [];
  const values = new Int32Array(column.values.length);
  for (let row = 0; row < values.length; row++) {
    if (nulls?.[row] === 1) continue;
    const former = column.values[row] as number;
    if (codes[former] === -1) codes[former] = dictionary.push(column.dictionary[former] as string) - 1;
    values[row] = codes[former] as number;
  }
  return { dtype: 'string', values, dictionary, nulls };
}
