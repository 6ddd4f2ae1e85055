import { expect, it } from 'vitest';
import { openLab } from './lab.ts';

const rows = [
  { id: 'a', age: 20 },
  { id: 'b', age: null },
];

it('gives each result, goes on checking from it, and sums all up', async () => {
  const { data } = await openLab();
  const validator = data.expect(rows);
  const result = validator.expectColumnValuesToNotBeNull('age');
  expect(result.success).toBe(false);
  expect(JSON.parse(JSON.stringify(result))).not.toHaveProperty('validate');
  const { success, results } = result
    .expectTableColumnsToMatchSet(['id', 'age'])
    .expectColumnValuesToBeBetween('age', { minValue: 0, maxValue: 99 })
    .validate();
  expect([success, results.map((each) => each.success)]).toEqual([false, [false, true, true]]);
});

it('tells a misspelt option', async () => {
  const { data } = await openLab();
  expect(() => data.expect(rows).expectColumnValuesToBeBetween('age', { min: 0 } as object)).toThrow(
    expect.objectContaining({
      name: 'TypeError',
      message: "expectColumnValuesToBeBetween has no option 'min'",
    }),
  );
});
