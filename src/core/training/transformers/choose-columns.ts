import { quote, suggest, ValueError } from '../../errors.ts';
import type { SeenFeatures } from './seen-features.ts';

/** Columns of a table by name, or of a table or matrix by position (negative ones count from the end). */
export type ColumnChoice = readonly string[] | readonly number[];

/** Positions of the chosen columns among those of `seen`; scikit-learn's `ValueError` for one that is not there. */
export function choosePositions(choice: ColumnChoice, seen: SeenFeatures): number[] {
  if (!Array.isArray(choice)) {
    throw new ValueError(
      `1D data passed to a transformer that expects 2D data: columns are ${quote(choice)}`,
      `give a list of columns, also for one: [${quote(choice)}]`,
    );
  }
  return choice.map((column: string | number) =>
    typeof column === 'string' ? positionOfName(column, seen) : positionOfNumber(column, seen.names.length),
  );
}

function positionOfName(name: string, { names, named }: SeenFeatures): number {
  if (!named) {
    throw new ValueError(
      `column ${quote(name)} is given by name, but a matrix has no names`,
      'Specifying the columns using strings is only supported for tables; use positions',
    );
  }
  const position = names.indexOf(name);
  if (position < 0) {
    throw new ValueError(`A given column is not a column of the table: ${quote(name)}`, suggest(name, names));
  }
  return position;
}

function positionOfNumber(position: number, nCols: number): number {
  if (!Number.isInteger(position) || position < -nCols || position >= nCols) {
    throw new ValueError(
      `column position ${quote(position)} is out of range`,
      `all features must be in [0, ${nCols - 1}] or [-${nCols}, 0]`,
    );
  }
  return position < 0 ? position + nCols : position;
}
