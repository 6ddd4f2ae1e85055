import { quote, ValueError } from '../../errors.ts';
import { type Cell, type Column, cellAt, isNull } from '../column.ts';
import { columnOf, type Table } from '../table.ts';
import type { ColumnFindings, ExpectationResult } from './result.ts';

const MOST_LISTED = 20;

/** `mostly`: the share of values that must pass, 1 when left out. */
export interface MapOptions {
  readonly mostly?: number;
}

/** A check of every row of a column. */
export interface ColumnMap extends MapOptions {
  readonly expectationType: string;
  readonly column: string;
  /** Keyword arguments to repeat in the result, besides `column` and `mostly`. */
  readonly kwargs?: Readonly<Record<string, unknown>>;
  /** Missing rows are ignored unless this says that they are what is looked for. */
  readonly countsMissing?: boolean;
}

/** Whether pandas would hold the row as missing: a null, or NaN in a column of doubles. */
export function isMissing(column: Column, row: number): boolean {
  return isNull(column, row) || (column.dtype === 'float64' && Number.isNaN(column.values[row]));
}

/**
 * Applies a rule to every row of a column, as Great Expectations' column map expectations do: missing values
 * neither pass nor fail, an all-missing column passes, and the share that passes is compared with `mostly`.
 * O(rows).
 */
export function mapColumn(
  table: Table,
  map: ColumnMap,
  isExpected: (row: number, column: Column) => boolean,
): ExpectationResult {
  const { mostly } = map;
  if (mostly !== undefined && !isShare(mostly)) {
    throw new ValueError(
      `mostly must be between 0 and 1, not ${quote(mostly)}`,
      'give a share, for example 0.95',
    );
  }
  const column = columnOf(table, map.column);
  const unexpected: number[] = [];
  let missingCount = 0;
  for (let row = 0; row < table.nRows; row++) {
    const missing = isMissing(column, row);
    if (missing) missingCount++;
    if (missing && !map.countsMissing) continue;
    if (!isExpected(row, column)) unexpected.push(row);
  }
  const nJudged = map.countsMissing ? table.nRows : table.nRows - missingCount;
  const passes = nJudged === 0 || (nJudged - unexpected.length) / nJudged >= (mostly ?? 1);
  const kwargs = { column: map.column, ...map.kwargs, ...(mostly !== undefined && { mostly }) };
  return {
    success: passes,
    expectationConfig: { expectationType: map.expectationType, kwargs },
    result: findings(column, { unexpected, missingCount, nJudged }),
  };
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function findings(
  column: Column,
  counts: { unexpected: readonly number[]; missingCount: number; nJudged: number },
): ColumnFindings {
  const { unexpected, missingCount, nJudged } = counts;
  const elementCount = column.values.length;
  return {
    elementCount,
    missingCount,
    missingPercent: percent(missingCount, elementCount),
    unexpectedCount: unexpected.length,
    unexpectedPercent: percent(unexpected.length, nJudged),
    unexpectedPercentTotal: percent(unexpected.length, elementCount),
    unexpectedPercentNonmissing: percent(unexpected.length, elementCount - missingCount),
    partialUnexpectedList: unexpected
      .slice(0, MOST_LISTED)
      .filter((row) => !isMissing(column, row))
      .map((row): Cell => cellAt(column, row)),
    unexpectedIndexList: Int32Array.from(unexpected),
  };
}

function percent(count: number, of: number): number | null {
  return of === 0 ? null : (count / of) * 100;
}
