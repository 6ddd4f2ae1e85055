import type { Cell, Column, Dtype } from '../table/column.ts';
import { columnFromCells } from '../table/from-rows.ts';
import { createTable, type Table } from '../table/table.ts';
import type { ServedFeature } from './feature-report.ts';

/**
 * The one row that the model gets, columns in the order of the features. A value that does not fit its declared
 * type keeps its own, so that the model's signature can refuse it by name.
 */
export function toFeatureTable(features: readonly ServedFeature[]): Table {
  return createTable(
    features.map(({ name, dtype, report }) => [name, toColumn(report.value, dtype)] as const),
  );
}

function toColumn(value: Cell, dtype: Dtype): Column {
  return columnFromCells([value], { dtype: value === null || fits(value, dtype) ? dtype : undefined });
}

function fits(value: NonNullable<Cell>, dtype: Dtype): boolean {
  switch (dtype) {
    case 'int64':
      return Number.isSafeInteger(value);
    case 'float64':
      return typeof value === 'number';
    case 'bool':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string';
    case 'timestamp':
      return value instanceof Date;
  }
}
