import { quote, suggest } from '../errors.ts';
import type { Problem } from '../problem.ts';
import { type Column, isNull } from '../table/column.ts';
import { createTable, type Table } from '../table/table.ts';
import type { ColumnRule, MonthSchema, TableSchema } from './table-schema.ts';

/**
 * The columns of `schema`, in its order and types, then the time columns that the file has of its own. Whole
 * doubles become int64, int64 becomes float64 and empty columns any type; whatever else differs is a problem,
 * and no table.
 */
export function conformTable(
  table: Table,
  schema: { readonly month: MonthSchema; readonly table: TableSchema },
  file: string,
): { readonly table: Table | null; readonly problems: readonly Problem[] } {
  const { timestampField, createdTimestampColumn } = schema.month;
  const isTime = (name: string): boolean => name === timestampField || name === createdTimestampColumn;
  const times = [...table.columns.keys()].filter(isTime);
  const rules: ColumnRule[] = [
    ...schema.table.columns,
    ...times.map((name): ColumnRule => ({ name, dtype: 'timestamp' })),
  ];
  const known = rules.map(({ name }) => name);
  const problems: Problem[] = [];
  for (const name of table.columns.keys()) {
    if (known.includes(name)) continue;
    problems.push({
      severity: 'error',
      code: 'unexpected-column',
      message: `column ${quote(name)} is not one of ${schema.table.name}`,
      hint: `leave it out or map it; ${suggest(name, known)}`,
      file,
      column: name,
    });
  }
  const columns: [string, Column][] = [];
  for (const rule of rules) {
    const column = table.columns.get(rule.name);
    const conformed = column === undefined ? null : conformColumn(column, rule);
    if (conformed !== null) columns.push([rule.name, conformed]);
    else problems.push(column === undefined ? missing(rule, file) : wrongType(column, rule, file));
  }
  return { table: problems.length === 0 ? createTable(columns) : null, problems };
}

function conformColumn(column: Column, { dtype }: ColumnRule): Column | null {
  if (column.dtype === dtype) return column;
  const nRows = column.values.length;
  if (column.nulls?.every((flag) => flag === 1) || nRows === 0) {
    const nulls = nRows === 0 ? null : column.nulls;
    if (dtype === 'string') return { dtype, values: new Int32Array(nRows), dictionary: [], nulls };
    if (dtype === 'bool') return { dtype, values: new Uint8Array(nRows), nulls };
    return { dtype, values: new Float64Array(nRows), nulls };
  }
  if (column.dtype === 'int64' && dtype === 'float64') return { ...column, dtype };
  if (column.dtype === 'float64' && dtype === 'int64') return toWholeNumbers(column.values, column);
  return null;
}

/** Doubles that are all whole, NaN counting as null: what pandas makes of whole numbers with gaps. */
function toWholeNumbers(former: Float64Array, column: Column): Column | null {
  const nulls = new Uint8Array(former.length);
  const values = new Float64Array(former.length);
  for (let row = 0; row < former.length; row++) {
    const value = former[row] as number;
    if (isNull(column, row) || Number.isNaN(value)) nulls[row] = 1;
    else if (Number.isSafeInteger(value)) values[row] = value;
    else return null;
  }
  return { dtype: 'int64', values, nulls: nulls.includes(1) ? nulls : null };
}

function missing({ name }: ColumnRule, file: string): Problem {
  return {
    severity: 'error',
    code: 'missing-column',
    message: `column ${quote(name)} is missing`,
    hint: 'add it to the file, or map the column that holds it',
    file,
    column: name,
  };
}

function wrongType(column: Column, { name, dtype }: ColumnRule, file: string): Problem {
  return {
    severity: 'error',
    code: 'wrong-type',
    message: `column ${quote(name)} is ${column.dtype}, not ${dtype}`,
    hint: 'convert the column before the export',
    file,
    column: name,
  };
}
