import { expect, it } from 'vitest';
import { compareValues } from '../../../src/core/tracking/compare-values.ts';

it.each<[number | string, string, number | string | readonly string[], boolean]>([
  [1, '=', 1, true],
  [1, '=', '1', false],
  ['a', '!=', 'b', true],
  [2, '>', 10, false],
  ['2', '>', '10', true],
  [1, '<=', 1, true],
  [Number.NaN, '>=', 0, false],
  ['churn model', 'LIKE', 'churn%', true],
  ['Churn model', 'LIKE', 'churn%', false],
  ['Churn model', 'ILIKE', 'churn%', true],
  ['a.b', 'LIKE', 'a_b', true],
  ['a.b', 'LIKE', 'a.b', true],
  ['axb', 'LIKE', 'a.b', false],
  ['a+b (c)', 'LIKE', 'a+b (_)', true],
  ['two\nlines', 'LIKE', 'two%lines', true],
  ['ab', 'LIKE', 'a', false],
  ['😀', 'LIKE', '_', true],
  ['a', 'IN', ['a', 'b'], true],
  ['c', 'IN', ['a', 'b'], false],
  ['c', 'NOT IN', ['a', 'b'], true],
  ['a', '==', 'a', false],
])('%j %s %j is %s', (left, comparator, right, expected) => {
  expect(compareValues(left, comparator, right)).toBe(expected);
});
