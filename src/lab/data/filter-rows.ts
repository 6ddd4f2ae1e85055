import { LabError, quote, ValueError } from '../../core/errors.ts';
import { type Column, type Dtype, isNull } from '../../core/table/column.ts';
import { columnOf, type Table } from '../../core/table/table.ts';
import { positionsWhere } from '../../core/table/take.ts';
import { toEpochMs } from '../../core/table/timestamps.ts';

/** How a value is compared. */
export type FilterRule = 'contains' | 'is' | 'is-not' | 'at-least' | 'at-most' | 'missing' | 'present';

/** Which rows of a column are kept; `value` is what was typed. */
export interface RowFilter {
  readonly column: string;
  readonly rule: FilterRule;
  readonly value: string;
}

/** The rules that fit a column of this type, the usual one first. */
export function rulesFor(dtype: Dtype): readonly FilterRule[] {
  if (dtype === 'string') return ['contains', 'is', 'is-not', 'missing', 'present'];
  if (dtype === 'bool') return ['is', 'missing', 'present'];
  return ['at-least', 'at-most', 'is', 'is-not', 'missing', 'present'];
}

/**
 * Positions of the rows that pass every filter, ascending. Texts are compared without regard to case; a missing value
 * passes 'missing' only. A `ValueError` for a value that is no number, instant or truth where one is needed. O(rows).
 */
export function filterRows(table: Table, filters: readonly RowFilter[]): Int32Array {
  const tests = filters.map((filter) => testOf(columnOf(table, filter.column), filter));
  return positionsWhere(table.nRows, (row) => tests.every((passes) => passes(row)));
}

/** What is wrong with a filter for this table; null where it can be applied. */
export function filterError(table: Table, filter: RowFilter): LabError | null {
  try {
    testOf(columnOf(table, filter.column), filter);
    return null;
  } catch (error) {
    if (error instanceof LabError) return error;
    throw error;
  }
}

function testOf(column: Column, { rule, value }: RowFilter): (row: number) => boolean {
  const isMissing = (row: number): boolean => isNull(column, row) || Number.isNaN(column.values[row]);
  if (rule === 'missing') return isMissing;
  if (rule === 'present') return (row) => !isMissing(row);
  const passes = column.dtype === 'string' ? textTest(column, rule, value) : numberTest(column, rule, value);
  return (row) => !isMissing(row) && passes(row);
}

/** Each distinct text is compared once. */
function textTest(
  { values, dictionary }: Extract<Column, { dtype: 'string' }>,
  rule: FilterRule,
  value: string,
): (row: number) => boolean {
  const wanted = value.toLowerCase();
  const fits = (text: string): boolean => {
    if (rule === 'is') return text === wanted;
    return rule === 'is-not' ? text !== wanted : text.includes(wanted);
  };
  const flags = Uint8Array.from(dictionary, (text) => Number(fits(text.toLowerCase())));
  return (row) => flags[values[row]!] === 1;
}

function numberTest(
  { dtype, values }: Exclude<Column, { dtype: 'string' }>,
  rule: FilterRule,
  value: string,
): (row: number) => boolean {
  const bound = parseBound(dtype, value.trim());
  switch (rule) {
    case 'at-least':
      return (row) => values[row]! >= bound;
    case 'at-most':
      return (row) => values[row]! <= bound;
    case 'is-not':
      return (row) => values[row] !== bound;
    default:
      return (row) => values[row] === bound;
  }
}

function parseBound(dtype: Dtype, text: string): number {
  if (dtype === 'timestamp') return toEpochMs(text, { dateOnly: 'midnight' });
  if (dtype === 'bool') {
    if (/^(true|1)$/i.test(text)) return 1;
    if (/^(false|0)$/i.test(text)) return 0;
    throw new ValueError(`${quote(text)} is neither true nor false`, 'write true or false');
  }
  const number = Number(text.replace(',', '.'));
  if (text === '' || Number.isNaN(number)) {
    throw new ValueError(`${quote(text)} is no number`, 'write a number such as 12.5');
  }
  return number;
}
