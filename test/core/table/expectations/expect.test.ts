import { describe, expect, it } from 'vitest';
import { expect as expectTable } from '../../../../src/core/table/expectations/expect.ts';
import { fromRows } from '../../../../src/core/table/from-rows.ts';

const users = fromRows([
  { user_id: 'a', age: 20, fee: 1.5, plan: 'basic', joined: new Date('2024-01-01T00:00:00Z') },
  { user_id: 'b', age: 30, fee: Number.NaN, plan: 'gold', joined: null },
  { user_id: 'b', age: null, fee: 9, plan: null, joined: new Date('2024-03-01T00:00:00Z') },
  { user_id: 'c', age: 50, fee: 10, plan: 'basic', joined: new Date('2024-02-01T00:00:00Z') },
]);

describe('a validator', () => {
  it('sums up its checks in the order in which they were made', () => {
    const validator = expectTable(users);
    validator.expectTableColumnsToMatchSet(['user_id', 'age', 'fee', 'plan', 'joined']);
    validator.expectColumnValuesToNotBeNull('age');
    validator.expectColumnValuesToBeBetween('age', { minValue: 18, maxValue: 99 });
    const { success, results, statistics } = validator.validate();
    expect(success).toBe(false);
    expect(results.map((result) => [result.expectationConfig.expectationType, result.success])).toEqual([
      ['expect_table_columns_to_match_set', true],
      ['expect_column_values_to_not_be_null', false],
      ['expect_column_values_to_be_between', true],
    ]);
    expect(statistics).toEqual({
      evaluatedExpectations: 3,
      successfulExpectations: 2,
      unsuccessfulExpectations: 1,
      successPercent: (2 / 3) * 100,
    });
  });

  it('passes when nothing was checked', () => {
    expect(expectTable(users).validate()).toMatchObject({ success: true, results: [] });
  });

  it('lets a repeated check of a column take the place of the earlier one', () => {
    const validator = expectTable(users);
    validator.expectColumnValuesToBeBetween('age', { maxValue: 10 });
    validator.expectColumnValuesToBeBetween('age', { maxValue: 100 });
    validator.expectColumnValuesToBeBetween('fee', { maxValue: 100 });
    expect(validator.validate().results.map(({ success }) => success)).toEqual([true, true]);
  });
});

describe('expectTableColumnsToMatchSet', () => {
  it('does not mind the order but the case', () => {
    const table = fromRows([{ a: 1, b: 2 }]);
    expect(expectTable(table).expectTableColumnsToMatchSet(['b', 'a']).success).toBe(true);
    expect(expectTable(table).expectTableColumnsToMatchSet(['A', 'b'])).toEqual({
      success: false,
      expectationConfig: {
        expectationType: 'expect_table_columns_to_match_set',
        kwargs: { columnSet: ['A', 'b'] },
      },
      result: { observedValue: ['a', 'b'], details: { mismatched: { unexpected: ['a'], missing: ['A'] } } },
    });
  });

  it('lets further columns pass when the match need not be exact', () => {
    const result = expectTable(users).expectTableColumnsToMatchSet(['age'], { exactMatch: false });
    expect(result.success).toBe(true);
    expect(expectTable(users).expectTableColumnsToMatchSet(['age']).success).toBe(false);
  });

  it('takes a set as a list', () => {
    expect(expectTable(fromRows([{ a: 1 }])).expectTableColumnsToMatchSet(new Set(['a']))).toMatchObject({
      success: true,
      expectationConfig: { kwargs: { columnSet: ['a'] } },
    });
    const result = expectTable(users).expectColumnValuesToBeInSet('plan', new Set(['basic', 'gold']));
    expect(result).toMatchObject({
      success: true,
      expectationConfig: { kwargs: { valueSet: ['basic', 'gold'] } },
    });
  });
});

describe('expectColumnValuesToNotBeNull', () => {
  it('counts nulls, and NaN as pandas does', () => {
    expect(expectTable(users).expectColumnValuesToNotBeNull('fee')).toEqual({
      success: false,
      expectationConfig: {
        expectationType: 'expect_column_values_to_not_be_null',
        kwargs: { column: 'fee' },
      },
      result: {
        elementCount: 4,
        missingCount: 1,
        missingPercent: 25,
        unexpectedCount: 1,
        unexpectedPercent: 25,
        unexpectedPercentTotal: 25,
        unexpectedPercentNonmissing: (1 / 3) * 100,
        partialUnexpectedList: [],
        unexpectedIndexList: Int32Array.of(1),
      },
    });
  });

  it('passes with mostly as soon as the share is reached', () => {
    const check = (mostly: number) =>
      expectTable(users).expectColumnValuesToNotBeNull('age', { mostly }).success;
    expect([0.74, 0.75, 0.76].map(check)).toEqual([true, true, false]);
  });
});

describe('expectColumnValuesToBeBetween', () => {
  it('includes its bounds, ignores nulls, and takes percentages of what is there', () => {
    expect(
      expectTable(users).expectColumnValuesToBeBetween('age', { minValue: 20, maxValue: 30 }),
    ).toMatchObject({
      success: false,
      expectationConfig: { kwargs: { column: 'age', minValue: 20, maxValue: 30 } },
      result: {
        missingCount: 1,
        unexpectedCount: 1,
        unexpectedPercent: (1 / 3) * 100,
        unexpectedPercentTotal: 25,
        partialUnexpectedList: [50],
        unexpectedIndexList: Int32Array.of(3),
      },
    });
  });

  it('leaves its bounds out when strict', () => {
    const options = { minValue: 20, maxValue: 50, strictMin: true, strictMax: true };
    expect(expectTable(users).expectColumnValuesToBeBetween('age', options).result).toMatchObject({
      partialUnexpectedList: [20, 50],
    });
  });

  it('compares instants', () => {
    const { result } = expectTable(users).expectColumnValuesToBeBetween('joined', { minValue: '2024-02-01' });
    expect(result).toMatchObject({
      unexpectedCount: 1,
      partialUnexpectedList: [new Date('2024-01-01T00:00:00Z')],
    });
  });

  it('passes on a column without any value', () => {
    const table = fromRows([{ a: null }], { dtypes: { a: 'float64' } });
    expect(expectTable(table).expectColumnValuesToBeBetween('a', { minValue: 1 })).toMatchObject({
      success: true,
      result: { unexpectedPercent: null, unexpectedPercentTotal: 0 },
    });
  });

  it.each([
    ['no options', 'age', undefined, 'ValueError'],
    ['no bounds', 'age', {}, 'ValueError'],
    ['a text as the bound of numbers', 'age', { minValue: '18' }, 'TypeError'],
    ['a date as the bound of numbers', 'fee', { maxValue: new Date(0) }, 'TypeError'],
    ['NaN as a bound', 'fee', { minValue: Number.NaN }, 'TypeError'],
    ['a text that is no instant', 'joined', { minValue: 'then' }, 'ValueError'],
    ['crossed bounds', 'age', { minValue: 2, maxValue: 1 }, 'ValueError'],
    ['a share above 1', 'age', { minValue: 1, mostly: 1.5 }, 'ValueError'],
    ['texts', 'plan', { minValue: 1 }, 'TypeError'],
    ['an unknown column', 'ages', { minValue: 1 }, 'KeyError'],
  ])('refuses %s', (_, column, options, name) => {
    expect(() => expectTable(users).expectColumnValuesToBeBetween(column, options)).toThrow(
      expect.objectContaining({ name, hint: expect.stringMatching(/.{5}/) }),
    );
  });
});

describe('expectColumnValuesToBeInSet', () => {
  it('ignores nulls and lists the first twenty others', () => {
    expect(expectTable(users).expectColumnValuesToBeInSet('plan', ['basic'])).toMatchObject({
      success: false,
      expectationConfig: {
        expectationType: 'expect_column_values_to_be_in_set',
        kwargs: { column: 'plan', valueSet: ['basic'] },
      },
      result: { unexpectedCount: 1, partialUnexpectedList: ['gold'] },
    });
    const many = fromRows(Array.from({ length: 50 }, (_, n) => ({ n })));
    const { result } = expectTable(many).expectColumnValuesToBeInSet('n', [0]);
    expect(result).toMatchObject({
      unexpectedCount: 49,
      partialUnexpectedList: expect.objectContaining({ length: 20 }),
    });
  });

  it('compares instants and booleans by value', () => {
    const table = fromRows([{ at: new Date(0), yes: true }]);
    expect(expectTable(table).expectColumnValuesToBeInSet('at', [new Date(0)]).success).toBe(true);
    expect(expectTable(table).expectColumnValuesToBeInSet('yes', [false]).success).toBe(false);
  });
});

describe('expectColumnValuesToBeUnique', () => {
  it('counts every row of a repeated value', () => {
    expect(expectTable(users).expectColumnValuesToBeUnique('user_id')).toMatchObject({
      success: false,
      result: {
        unexpectedCount: 2,
        partialUnexpectedList: ['b', 'b'],
        unexpectedIndexList: Int32Array.of(1, 2),
      },
    });
    expect(expectTable(users).expectColumnValuesToBeUnique('age').success).toBe(true);
  });
});
