import type { Column } from '../../core/table/column.ts';
import type { Table } from '../../core/table/table.ts';

/**
 * Whether a value is a table that core can work on without a look at each part: every column of one of the known
 * types, as long as the table, its null mask of 0 and 1, its codes within its dictionary. O(cells).
 */
export function isSoundTable(value: unknown): value is Table {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, version, nRows, columns, ...rest } = value as Partial<Table>;
  return (
    kind === 'table' &&
    version === 1 &&
    Object.keys(rest).length === 0 &&
    typeof nRows === 'number' &&
    columns instanceof Map &&
    [...columns].every(([name, column]) => typeof name === 'string' && isSoundColumn(column, nRows))
  );
}

function isSoundColumn(value: unknown, nRows: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { dtype, values, nulls, dictionary, ...rest } = value as Partial<Column> & { dictionary?: unknown };
  if (Object.keys(rest).length > 0 || !hasTypeOf(dtype, values) || values?.length !== nRows) return false;
  if (nulls !== null && !(nulls instanceof Uint8Array && nulls.length === nRows && isBinary(nulls)))
    return false;
  if (dtype === 'string')
    return isSoundDictionary(dictionary) && isWithin(values as Int32Array, nulls, dictionary);
  return dictionary === undefined && (dtype !== 'bool' || isBinary(values as Uint8Array));
}

function hasTypeOf(dtype: unknown, values: unknown): boolean {
  switch (dtype) {
    case 'int64':
    case 'float64':
    case 'timestamp':
      return values instanceof Float64Array;
    case 'bool':
      return values instanceof Uint8Array;
    case 'string':
      return values instanceof Int32Array;
    default:
      return false;
  }
}

function isBinary(values: Uint8Array): boolean {
  return values.every((value) => value <= 1);
}

function isSoundDictionary(dictionary: unknown): dictionary is readonly string[] {
  return Array.isArray(dictionary) && dictionary.every((entry) => typeof entry === 'string');
}

/** Null rows hold 0, which may be one too many for an empty dictionary. */
function isWithin(codes: Int32Array, nulls: Uint8Array | null, dictionary: readonly string[]): boolean {
  return codes.every((code, row) =>
    nulls?.[row] === 1 ? code === 0 : code >= 0 && code < dictionary.length,
  );
}
