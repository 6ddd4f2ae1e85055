import type { Dtype } from '../../core/table/column.ts';
import type { Table } from '../../core/table/table.ts';
import { hasNulls } from '../../core/tracking/signature.ts';

/** How one column reaches the estimator: as a column per category, or as the number it is. */
export interface PlannedColumn {
  readonly name: string;
  readonly dtype: Dtype;
  readonly hasNulls: boolean;
  readonly encoding: 'one-hot' | 'number';
}

/** The columns of a training set by what is done with them, text before booleans. */
export interface ColumnPlan {
  readonly columns: readonly PlannedColumn[];
  readonly categorical: readonly string[];
  readonly numeric: readonly string[];
  /** Whether a numeric column has nulls, which an estimator cannot take. */
  readonly isImputed: boolean;
}

/** Text, and booleans with nulls, are encoded one-hot with null as a category; all else are numbers. */
export function planColumns(features: Table): ColumnPlan {
  const columns = [...features.columns].map(([name, column]): PlannedColumn => {
    const nullable = hasNulls(column);
    const isCategory = column.dtype === 'string' || (column.dtype === 'bool' && nullable);
    return {
      name,
      dtype: column.dtype,
      hasNulls: nullable,
      encoding: isCategory ? 'one-hot' : 'number',
    };
  });
  const categories = columns.filter(({ encoding }) => encoding === 'one-hot');
  const numbers = columns.filter(({ encoding }) => encoding === 'number');
  return {
    columns,
    categorical: [
      ...categories.filter(({ dtype }) => dtype === 'string'),
      ...categories.filter(({ dtype }) => dtype !== 'string'),
    ].map(({ name }) => name),
    numeric: numbers.map(({ name }) => name),
    isImputed: numbers.some((column) => column.hasNulls),
  };
}
