import { quote } from '../errors.ts';
import type { Problem } from '../problem.ts';
import { columnValuesToBeBetween } from '../table/expectations/column-values-to-be-between.ts';
import { columnValuesToBeInSet } from '../table/expectations/column-values-to-be-in-set.ts';
import { columnValuesToBeUnique } from '../table/expectations/column-values-to-be-unique.ts';
import { columnValuesToNotBeNull } from '../table/expectations/column-values-to-not-be-null.ts';
import type { ColumnFindings, ExpectationResult } from '../table/expectations/result.ts';
import type { Table } from '../table/table.ts';
import { rowAt } from '../table/to-rows.ts';
import type { ColumnRule, TableSchema } from './table-schema.ts';

const MOST_PER_RULE = 100;

/**
 * What is wrong with the values of a table that has the columns and types of `schema`, a finding per row.
 * O(cells).
 */
export function checkTable(table: Table, schema: TableSchema, file: string): readonly Problem[] {
  const problems = schema.columns.flatMap((rule) => checkColumn(table, rule, file));
  const [onlyKey, ...otherKeys] = schema.joinKeys;
  if (onlyKey === undefined || otherKeys.length > 0) return problems;
  return [
    ...problems,
    ...rowProblems(table, columnValuesToBeUnique(table, onlyKey), {
      severity: 'error',
      code: 'duplicate-key',
      tell: (value) => `${onlyKey} ${quote(value)} occurs more than once`,
      hint: 'keep one row per customer and month',
      file,
    }),
  ];
}

function checkColumn(table: Table, rule: ColumnRule, file: string): readonly Problem[] {
  const problems: Problem[] = [];
  const { name, range, values } = rule;
  if (!rule.isNullable) {
    problems.push(
      ...rowProblems(table, columnValuesToNotBeNull(table, name), {
        severity: 'error',
        code: 'null-value',
        tell: () => `${name} has no value`,
        hint: 'fill it in, or leave the row out',
        file,
      }),
    );
  }
  if (range !== undefined) {
    const [minValue, maxValue] = range;
    problems.push(
      ...rowProblems(table, columnValuesToBeBetween(table, name, { minValue, maxValue }), {
        severity: 'error',
        code: 'out-of-range',
        tell: (value) => `${name} is ${String(value)}, not between ${minValue} and ${maxValue}`,
        hint: 'correct the value, or leave the row out',
        file,
      }),
    );
  }
  if (values !== undefined) {
    problems.push(
      ...rowProblems(table, columnValuesToBeInSet(table, name, { valueSet: values }), {
        severity: 'warning',
        code: 'unknown-value',
        tell: (value) => `${name} is ${quote(value)}, which was never seen`,
        hint: `known: ${values.join(', ')}; an encoder fitted before does not know it`,
        file,
      }),
    );
  }
  return problems;
}

function rowProblems(
  table: Table,
  { expectationConfig, result }: ExpectationResult,
  as: Pick<Problem, 'severity' | 'code' | 'hint'> & { tell: (value: unknown) => string; file: string },
): Problem[] {
  const { severity, code, hint, file, tell } = as;
  const column = expectationConfig.kwargs.column as string;
  const rows = (result as ColumnFindings).unexpectedIndexList;
  const problems = [...rows.subarray(0, MOST_PER_RULE)].map((row): Problem => {
    const value = rowAt(table, row)[column];
    return { severity, code, message: tell(value), hint, file, row: row + 1, column, value };
  });
  if (rows.length > MOST_PER_RULE) {
    const message = `${rows.length - MOST_PER_RULE} more rows like this in ${column}`;
    problems.push({ severity, code, message, hint, file, column });
  }
  return problems;
}
