import fc from 'fast-check';
import { expect, test } from 'vitest';
import { argsort } from '../../../src/core/numeric/argsort.ts';

test('ties keep their order, also between 0 and -0', () => {
  expect([...argsort([2, 0, 1, -0, 2])]).toEqual([1, 3, 2, 0, 4]);
});

test('the values come out ascending and every position once', () => {
  fc.assert(
    fc.property(fc.float64Array({ noNaN: true, maxLength: 200 }), (values) => {
      const order = argsort(values);
      expect([...order].sort((a, b) => a - b)).toEqual([...values.keys()]);
      expect(Array.from(order, (i) => values[i]! + 0)).toEqual([...values.slice().sort()].map((v) => v + 0));
    }),
  );
});
