import { quote, TypeMismatchError } from '../errors.ts';
import { ownMember } from '../own-member.ts';
import type { Cell, Column, Dtype } from './column.ts';
import { createTable, type Table } from './table.ts';

/** A row as an object: column name to value. `undefined` and absent count as null. */
export type Row = Readonly<Record<string, unknown>>;

/** Options of `fromRows`: `dtypes` fixes the type of some columns, the others are inferred. */
export interface FromRowsOptions {
  readonly dtypes?: Readonly<Record<string, Dtype>>;
}

/**
 * Builds a table from row objects. Columns appear in the order in which the rows first name them, then those that
 * `dtypes` alone names. Types are inferred from the values: booleans, `Date`s (timestamp), strings, numbers (int64
 * where all are whole and within 2^53, else float64); a column of nulls only is float64. NaN stays NaN there; an
 * invalid `Date` is null, as NaT is in pandas.
 */
export function fromRows(rows: readonly Row[], options: FromRowsOptions = {}): Table {
  const dtypes = new Map(Object.entries(options.dtypes ?? {}));
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  for (const name of dtypes.keys()) names.add(name);
  return createTable(
    [...names].map((name) => {
      // A column may be called as something that every object has, such as 'constructor'.
      const cells = rows.map((row) => ownMember(row, name) ?? null);
      return [name, columnFromCells(cells, { name, dtype: dtypes.get(name) })] as const;
    }),
  );
}

/** Builds one column from cells; see `fromRows` for how a missing `dtype` is inferred. */
export function columnFromCells(
  cells: readonly unknown[],
  options: { readonly name?: string; readonly dtype?: Dtype | undefined } = {},
): Column {
  const name = options.name ?? '';
  const dtype = options.dtype ?? inferDtype(cells, name);
  let nulls: Uint8Array | null = null;
  cells.forEach((cell, row) => {
    if (cell !== null && cell !== undefined && !isInvalidDate(cell)) return;
    nulls ??= new Uint8Array(cells.length);
    nulls[row] = 1;
  });
  if (dtype === 'string') return { dtype, ...encodeStrings(cells, name), nulls };
  const values = dtype === 'bool' ? new Uint8Array(cells.length) : new Float64Array(cells.length);
  cells.forEach((cell, row) => {
    if (nulls?.[row] !== 1) values[row] = toNumber(cell, dtype, name);
  });
  return { dtype, values, nulls } as Column;
}

function isInvalidDate(cell: unknown): boolean {
  return cell instanceof Date && Number.isNaN(cell.getTime());
}

function inferDtype(cells: readonly unknown[], name: string): Dtype {
  let dtype: Dtype | null = null;
  for (const cell of cells) {
    if (cell === null || cell === undefined) continue;
    const here = dtypeOfCell(cell, name);
    if (dtype === null || dtype === here) dtype = here;
    else if (isNumeric(dtype) && isNumeric(here)) dtype = 'float64';
    else throw mixed(name, dtype, cell);
  }
  return dtype ?? 'float64';
}

function isNumeric(dtype: Dtype): boolean {
  return dtype === 'int64' || dtype === 'float64';
}

function dtypeOfCell(cell: unknown, name: string): Dtype {
  if (typeof cell === 'boolean') return 'bool';
  if (typeof cell === 'string') return 'string';
  if (typeof cell === 'bigint') return 'int64';
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? 'int64' : 'float64';
  if (cell instanceof Date) return 'timestamp';
  throw new TypeMismatchError(
    `column ${quote(name)} holds ${quote(cell)}, which is no cell value`,
    'use numbers, booleans, strings, Dates or null',
  );
}

function toNumber(cell: unknown, dtype: Dtype, name: string): number {
  const fits =
    dtype === 'bool'
      ? typeof cell === 'boolean'
      : dtype === 'timestamp'
        ? cell instanceof Date || typeof cell === 'number'
        : typeof cell === 'number' || typeof cell === 'bigint' || typeof cell === 'boolean';
  if (!fits) throw mixed(name, dtype, cell);
  const value = Number(cell as Cell);
  if (dtype === 'int64' && !Number.isSafeInteger(value)) throw mixed(name, dtype, cell);
  return value;
}

function mixed(name: string, dtype: Dtype, cell: unknown): TypeMismatchError {
  return new TypeMismatchError(
    `column ${quote(name)} is ${dtype} but holds ${quote(cell)}`,
    'give every value of a column the same type, or null',
  );
}

function encodeStrings(
  cells: readonly unknown[],
  name: string,
): { values: Int32Array; dictionary: string[] } {
  const codes = new Map<string, number>();
  const values = new Int32Array(cells.length);
  cells.forEach((cell, row) => {
    if (cell === null || cell === undefined) return;
    if (typeof cell !== 'string') throw mixed(name, 'string', cell);
    let code = codes.get(cell);
    if (code === undefined) {
      code = codes.size;
      codes.set(cell, code);
    }
    values[row] = code;
  });
  return { values, dictionary: [...codes.keys()] };
}
