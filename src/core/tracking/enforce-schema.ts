import { quote } from '../errors.ts';
import { type Cell, type Column, cellAt, isNull } from '../table/column.ts';
import { createTable, type Table } from '../table/table.ts';
import { toTimestampColumn } from '../table/timestamps.ts';
import { MlflowException } from './mlflow-exception.ts';
import { type ColumnSpec, type DataType, hasNulls, type ModelSignature } from './signature.ts';

/** numpy's names, for messages that match MLflow's. */
const NUMPY_TYPE: Readonly<Record<DataType, string>> = {
  boolean: 'bool',
  integer: 'int32',
  long: 'int64',
  float: 'float32',
  double: 'float64',
  string: '<U0',
  binary: '|S0',
  datetime: 'datetime64[ns]',
};

/**
 * The table as the model's signature wants it (R26): columns in signature order, extra ones left out, safe casts
 * made. A missing required column or an unsafe cast (long to double, double to long) is an `MlflowException`;
 * a missing optional column stays missing. Without column inputs the table is returned as it is.
 */
export function enforceSchema(signature: ModelSignature | null, table: Table): Table {
  const specs = (signature?.inputs ?? []).filter((spec): spec is ColumnSpec => spec.type !== 'tensor');
  if (specs.length === 0) return table;
  refuseMissing(specs, table);
  return createTable(
    specs.flatMap((spec) => {
      const column = table.columns.get(spec.name);
      return column === undefined ? [] : [[spec.name, enforceType(spec, column)] as const];
    }),
  );
}

function refuseMissing(specs: readonly ColumnSpec[], table: Table): void {
  const missing = specs.filter((spec) => spec.required && !table.columns.has(spec.name));
  if (missing.length === 0) return;
  const known = new Set(specs.map((spec) => spec.name));
  const extra = [...table.columns.keys()].filter((name) => !known.has(name));
  throw new MlflowException(
    `model is missing inputs [${missing.map((spec) => quote(spec.name)).join(', ')}]`,
    extra.length === 0
      ? 'give every required column of the signature'
      : `give every required column of the signature; there were extra inputs: ${extra.join(', ')}`,
  );
}

function enforceType({ name, type }: ColumnSpec, column: Column): Column {
  // pandas keeps a nullable boolean and every text as objects, which MLflow lets through for these types.
  const isObject = column.dtype === 'string' || (column.dtype === 'bool' && hasNulls(column));
  if (isObject && (type === 'string' || type === 'binary' || type === 'boolean')) return column;
  if (isObject && type === 'double') return toNumbers(name, column);
  if (type === 'datetime' && column.dtype === 'string') return toDatetime(name, column);
  if (pandasType(column) === NUMPY_TYPE[type]) return type === 'double' ? toDouble(column) : column;
  throw incompatible(name, type, column);
}

/** A whole-number column with nulls passes as double, and becomes one. */
function toDouble(column: Column): Column {
  return column.dtype === 'int64' ? { ...column, dtype: 'float64' } : column;
}

/** MLflow takes a column of objects for decimals, and reads the numbers out of it. */
function toNumbers(name: string, column: Column): Column {
  const values = Float64Array.from(column.values, (_, row) => toNumber(cellAt(column, row)));
  const unreadable = values.findIndex((value, row) => Number.isNaN(value) && !isNull(column, row));
  if (unreadable === -1) return { dtype: 'float64', values, nulls: column.nulls };
  throw new MlflowException(
    `failed to convert column ${quote(name)} to double: ${quote(cellAt(column, unreadable))} is no number`,
    'give numbers, or infer the signature again',
  );
}

function toNumber(cell: Cell): number {
  if (typeof cell === 'string') return cell.trim() === '' ? Number.NaN : Number(cell);
  return cell === null ? 0 : Number(cell);
}

function toDatetime(name: string, column: Column): Column {
  try {
    return toTimestampColumn(column, name);
  } catch (error) {
    throw new MlflowException(
      `failed to convert column ${quote(name)} from type object to datetime: ${(error as Error).message}`,
      "give ISO texts with a time, such as '2024-01-31T00:00:00Z'",
    );
  }
}

function incompatible(name: string, type: DataType, column: Column): MlflowException {
  const becameFloat = (type === 'integer' || type === 'long') && isWholeWithNulls(column);
  return new MlflowException(
    `incompatible input types for column ${quote(name)}: cannot safely convert ${pandasType(column)} to ${NUMPY_TYPE[type]}`,
    becameFloat
      ? 'the whole numbers became floats because some are missing: infer the signature from data with missing values, or declare the column as double'
      : `the signature says ${type}; convert the column before predicting, or infer the signature again`,
  );
}

function isWholeWithNulls(column: Column): boolean {
  if (column.dtype !== 'int64' && column.dtype !== 'float64') return false;
  return hasNulls(column) && column.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
}

/** The type that pandas would hold the column in. */
function pandasType(column: Column): string {
  switch (column.dtype) {
    case 'bool':
      return hasNulls(column) ? 'object' : 'bool';
    case 'int64':
      return hasNulls(column) ? 'float64' : 'int64';
    case 'float64':
      return 'float64';
    case 'timestamp':
      return 'datetime64[ns]';
    case 'string':
      return 'object';
  }
}
