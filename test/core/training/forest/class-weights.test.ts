import fc from 'fast-check';
import { expect, it } from 'vitest';
import { balancedWeights, classWeights } from '../../../../src/core/training/forest/class-weights.ts';

const labels = { classes: ['leave', 'stay'], codes: Int32Array.of(0, 1, 1, 1) };

it('balances classes by their frequency', () => {
  expect(classWeights('balanced', labels)).toEqual(Float64Array.of(2, 4 / 6));
  expect(classWeights(null, labels)).toBeNull();
});

it('gives every class that occurs the same weight in all, and one that does not none', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 6 }), (counts) => {
      const weights = balancedWeights(Float64Array.from(counts));
      const n = counts.reduce((sum, count) => sum + count, 0);
      const nPresent = counts.filter((count) => count > 0).length;
      counts.forEach((count, code) => {
        if (count === 0) expect(weights[code]).toBe(0);
        else expect(weights[code]! * count).toBeCloseTo(n / nPresent, 8);
      });
    }),
  );
});

it('reads a table by label, and leaves a class that it does not name at 1', () => {
  expect(classWeights({ leave: 3 }, labels)).toEqual(Float64Array.of(3, 1));
  const codes = Int32Array.of(0, 1);
  expect(classWeights(new Map([[1, 5]]), { classes: [0, 1], codes })).toEqual(Float64Array.of(1, 5));
  expect(classWeights({ 1: 5, 0: 2 }, { classes: [0, 1], codes })).toEqual(Float64Array.of(2, 5));
  expect(classWeights({ true: 5 }, { classes: [false, true], codes })).toEqual(Float64Array.of(1, 5));
});

it.each([
  [{ leave: -1 }, "invalid weight for class 'leave': -1"],
  [5, 'invalid value for classWeight: 5'],
  [true, 'invalid value for classWeight: true'],
  [[1, 2], 'invalid value for classWeight: [1,2]'],
  [{ leave: '2' }, "invalid weight for class 'leave': '2'"],
  [{ leave: Number.NaN, stay: 1 }, "invalid weight for class 'leave': NaN"],
  [{ churned: 2 }, "the classes 'leave', 'stay' are not in classWeight"],
])('refuses %j', (table, message) => {
  expect(() => classWeights(table as never, labels)).toThrow(
    expect.objectContaining({ name: 'ValueError', message }),
  );
});
