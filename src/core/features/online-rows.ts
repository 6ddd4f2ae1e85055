import { IndexError, KeyError, quote, TypeMismatchError, ValueError } from '../errors.ts';
import type { Column, Dtype } from '../table/column.ts';
import { columnFromCells } from '../table/from-rows.ts';
import { isTable, type Table } from '../table/table.ts';
import { toRows } from '../table/to-rows.ts';

/** The entities asked for: row objects, a table, or one list of values per join key (stack semantics O13). */
export type EntityRowsInput =
  | readonly Readonly<Record<string, unknown>>[]
  | Readonly<Record<string, readonly unknown[]>>
  | Table;

/** The values per name, all lists of one length. */
export interface EntityValues {
  readonly nRows: number;
  readonly values: ReadonlyMap<string, readonly unknown[]>;
}

/** `IndexError` for no row, `ValueError` for rows with different keys or lists of different lengths. */
export function readEntityRows(input: EntityRowsInput): EntityValues {
  const rows = isTable(input) ? toRows(input) : input;
  if (typeof rows !== 'object' || rows === null) {
    throw new TypeMismatchError(
      `entityRows is ${quote(rows)}`,
      'give one object per entity, for example [{ user_id: 1 }]',
    );
  }
  if (Array.isArray(rows)) return fromRowObjects(rows as readonly Readonly<Record<string, unknown>>[]);
  const lists = Object.entries(rows as Readonly<Record<string, readonly unknown[]>>);
  const single = lists.find(([, list]) => !Array.isArray(list));
  if (single !== undefined) {
    throw new TypeMismatchError(
      `entityRows holds ${quote(single[1])} under ${quote(single[0])}`,
      'give a list of rows, or a list of values under each name',
    );
  }
  const lengths = new Set(lists.map(([, list]) => list.length));
  if (lengths.size > 1) {
    throw new ValueError(
      `entityRows has lists of ${[...lengths].join(' and ')} values`,
      'give every key as many values as there are rows',
    );
  }
  return { nRows: [...lengths][0] ?? 0, values: new Map(lists) };
}

/** The values of a join key as a column of its declared type: '1' becomes 1, but null is a `TypeError`. */
export function keyColumn(
  { values, nRows }: EntityValues,
  key: string,
  { dtype, names }: { readonly dtype: Dtype | undefined; readonly names: readonly string[] },
): Column {
  const list = names.map((name) => values.get(name)).find((found) => found !== undefined);
  if (list === undefined || nRows === 0) {
    throw new KeyError(
      `entityRows lacks the join key ${quote(key)}`,
      `give each row a ${quote(key)}; there are: ${[...values.keys()].join(', ') || 'none'}`,
    );
  }
  return columnFromCells(
    list.map((value, row) => coerce(value, dtype, `${quote(key)} in row ${row + 1}`)),
    { name: key, ...(dtype && { dtype }) },
  );
}

function fromRowObjects(rows: readonly Readonly<Record<string, unknown>>[]): EntityValues {
  const [first] = rows;
  if (first === undefined) {
    throw new IndexError('entityRows is empty', 'ask for at least one entity, for example [{ user_id: 1 }]');
  }
  const names = Object.keys(first ?? {});
  for (const [row, entity] of rows.entries()) {
    const own = Object.keys(entity ?? {});
    if (own.length === names.length && own.every((name) => names.includes(name))) continue;
    throw new ValueError(
      `row ${row + 1} of entityRows has the keys ${own.join(', ')}, row 1 has ${names.join(', ')}`,
      'all entity rows must have the same keys',
    );
  }
  return { nRows: rows.length, values: new Map(names.map((name) => [name, rows.map((row) => row[name])])) };
}

function coerce(value: unknown, dtype: Dtype | undefined, where: string): unknown {
  if (value === null || value === undefined) {
    throw new TypeMismatchError(`${where} is null`, 'a join key needs a value');
  }
  if (typeof value === 'object' && dtype !== undefined) throw notOfType(value, dtype, where);
  if (dtype === 'string') return String(value);
  if (dtype === 'bool' && typeof value === 'boolean') return value;
  if (dtype === 'int64' || dtype === 'float64') {
    const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
    if (dtype === 'int64' ? Number.isSafeInteger(number) : !Number.isNaN(number)) return number;
  } else if (dtype !== 'bool') {
    return value;
  }
  throw notOfType(value, dtype, where);
}

function notOfType(value: unknown, dtype: Dtype, where: string): TypeMismatchError {
  return new TypeMismatchError(`${where} is ${quote(value)}, not ${dtype}`, `give a value of type ${dtype}`);
}
