import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../src/core/table/column.ts';
import { expect as expectTable, type Validator } from '../../../../src/core/table/expectations/expect.ts';
import type { ExpectationResult } from '../../../../src/core/table/expectations/result.ts';
import { fromRows, type Row } from '../../../../src/core/table/from-rows.ts';

interface Answer {
  readonly type: string;
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly success: boolean;
  readonly result: Readonly<Record<string, unknown>>;
}

const path = new URL('./vectors/great-expectations.json', import.meta.url);
const { rows, answers, versions } = JSON.parse(readFileSync(path, 'utf8')) as {
  rows: readonly Row[];
  answers: readonly Answer[];
  versions: Record<string, string>;
};

describe(`Great Expectations ${versions.great_expectations}`, () => {
  it.each(answers)('answers the same to $type $kwargs', ({ type, kwargs, success, result }) => {
    const ours = check(expectTable(fromRows(rows)), type, toCamelCase(kwargs));
    expect(ours.success).toBe(success);
    expect(ours.expectationConfig).toEqual({ expectationType: type, kwargs: toCamelCase(kwargs) });
    expect(ours.result).toMatchObject(toCamelCase(result));
  });
});

function check(
  validator: Validator,
  type: string,
  { column, columnSet, valueSet, ...options }: Record<string, unknown>,
): ExpectationResult {
  const name = column as string;
  switch (type) {
    case 'expect_table_columns_to_match_set':
      return validator.expectTableColumnsToMatchSet(columnSet as string[], options);
    case 'expect_column_values_to_not_be_null':
      return validator.expectColumnValuesToNotBeNull(name, options);
    case 'expect_column_values_to_be_between':
      return validator.expectColumnValuesToBeBetween(name, options);
    case 'expect_column_values_to_be_in_set':
      return validator.expectColumnValuesToBeInSet(name, valueSet as Cell[], options);
    default:
      return validator.expectColumnValuesToBeUnique(name, options);
  }
}

function toCamelCase(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key.replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
      value,
    ]),
  );
}
