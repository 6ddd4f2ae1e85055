import { KeyError, quote, suggest, TypeMismatchError } from '../errors.ts';
import { ownMember } from '../own-member.ts';
import { type Column, isNull, type NumberColumn, type TimestampColumn } from '../table/column.ts';
import { rename } from '../table/select.ts';
import type { Table } from '../table/table.ts';
import { toTimestampColumn } from '../table/timestamps.ts';
import { isAllNull } from './all-null.ts';
import type { FeatureViewDefinition } from './feature-view.ts';
import type { FieldDefinition } from './field.ts';

/** Reads the rows of a table, all its snapshots one after the other. A `KeyError` for an unknown table. */
export interface TableReader {
  readTable(name: string): Promise<Table>;
}

/** A feature view's rows, in source order, checked against what the view declares. */
export interface FeatureSource {
  readonly view: FeatureViewDefinition;
  /** The table as it was read, before any renaming. */
  readonly table: Table;
  /** The join keys, in the view's order. */
  readonly keys: readonly Column[];
  readonly times: TimestampColumn;
  readonly created: TimestampColumn | null;
  /** The column of a declared field; int64 where a float64 column holds whole numbers only. */
  column(field: FieldDefinition): Column;
}

/**
 * The source of a view in a table that was read: renamed by the field mapping (stack semantics P26), times as UTC
 * instants (P30, P31). `KeyError` for a column that is not there, `TypeError` for one of another type than declared.
 */
export function openSource(view: FeatureViewDefinition, table: Table): FeatureSource {
  const mapping = view.source.fieldMapping;
  const mapped = rename(table, mapping);
  const find = (name: string): Column => {
    const column = mapped.columns.get(name);
    if (column !== undefined) return column;
    throw new KeyError(
      `table ${quote(view.source.table)} has no column ${quote(name)} for feature view ${quote(view.name)}`,
      suggest(name, mapped.columns.keys()),
    );
  };
  const mappedTo = (name: string): string => ownMember(mapping, name) ?? name;
  const timeColumn = (name: string): TimestampColumn =>
    toTimestampColumn(find(mapped.columns.has(name) ? name : mappedTo(name)), name);
  const { timestampField, createdTimestampColumn } = view.source;
  const column = (field: FieldDefinition): Column => conform(find(field.name), field, view);
  return {
    view,
    table,
    keys: view.joinKeys.map((key) => {
      const field = view.schema.find(({ name }) => name === key);
      return field === undefined ? find(key) : column(field);
    }),
    times: timeColumn(timestampField),
    created: createdTimestampColumn === null ? null : timeColumn(createdTimestampColumn),
    column,
  };
}

function conform(column: Column, field: FieldDefinition, view: FeatureViewDefinition): Column {
  if (column.dtype === field.dtype) return column;
  if (column.dtype === 'int64' && field.dtype === 'float64') return { ...column, dtype: 'float64' };
  if (isAllNull(column)) return emptyColumn(field, column.values.length);
  if (column.dtype === 'float64' && field.dtype === 'int64') {
    const whole = asWholeNumbers(column);
    if (whole !== null) return whole;
  }
  throw new TypeMismatchError(
    `column ${quote(field.name)} of table ${quote(view.source.table)} is ${column.dtype}, ` +
      `but feature view ${quote(view.name)} declares ${field.dtype}`,
    column.dtype === 'timestamp'
      ? 'no feature is an instant: convert the column, for example to days before the event time'
      : `declare new Field({ name: ${quote(field.name)}, dtype: ${quote(column.dtype)} }), or convert the column`,
  );
}

function emptyColumn({ dtype }: FieldDefinition, nRows: number): Column {
  const nulls = new Uint8Array(nRows).fill(1);
  if (dtype === 'string') return { dtype, values: new Int32Array(nRows), dictionary: [], nulls };
  if (dtype === 'bool') return { dtype, values: new Uint8Array(nRows), nulls };
  return { dtype, values: new Float64Array(nRows), nulls };
}

/** An int64 column that was read as doubles because it has gaps (P32): NaN becomes null. Null if not all whole. */
function asWholeNumbers(column: NumberColumn): NumberColumn | null {
  const nulls = new Uint8Array(column.values.length);
  for (let row = 0; row < nulls.length; row++) {
    const value = column.values[row] as number;
    if (isNull(column, row) || Number.isNaN(value)) nulls[row] = 1;
    else if (!Number.isSafeInteger(value)) return null;
  }
  const values = column.values.map((value, row) => (nulls[row] === 1 ? 0 : value));
  return { dtype: 'int64', values, nulls: nulls.includes(1) ? nulls : null };
}
