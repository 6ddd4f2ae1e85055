import { quote, ValueError } from '../../errors.ts';
import type { Features } from '../../numeric/matrix.ts';
import { isNull } from '../../table/column.ts';
import { isTable } from '../../table/table.ts';

/** Throws scikit-learn's `ValueError` where a number is infinite; missing values pass. Linear in cells. */
export function refuseInfinity(features: Features): void {
  if (isTable(features)) {
    for (const [name, column] of features.columns) {
      const row = column.values.findIndex((value, i) => isInfinite(value) && !isNull(column, i));
      if (row >= 0) throw infinite(row, quote(name));
    }
    return;
  }
  const { data, nCols } = features;
  const position = data.findIndex(isInfinite);
  if (position >= 0) throw infinite(Math.floor(position / nCols), String(position % nCols));
}

function isInfinite(value: number): boolean {
  return value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
}

function infinite(row: number, column: string): ValueError {
  return new ValueError(
    `Input X contains infinity (first at row ${row}, column ${column})`,
    'replace infinite values, or drop their rows, before fit and transform',
  );
}
