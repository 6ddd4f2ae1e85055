import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNumberIndex } from '../../../src/core/features/number-index.ts';

it('numbers values by first occurrence, in a narrow range and a wide one', () => {
  expect(createNumberIndex(Float64Array.of(7, 3, 7)).ids).toEqual(Int32Array.of(0, 1, 0));
  expect(createNumberIndex(Float64Array.of(7e15, 3, 7e15, 0.5)).ids).toEqual(Int32Array.of(0, 1, 0, 2));
});

it('gives nulls and NaN no number and never finds them', () => {
  const index = createNumberIndex(Float64Array.of(0, Number.NaN, 5), Uint8Array.of(1, 0, 0));
  expect(index.ids).toEqual(Int32Array.of(-1, -1, 0));
  expect(index.find(Float64Array.of(5, Number.NaN, 5), Uint8Array.of(0, 0, 1))).toEqual(
    Int32Array.of(0, -1, -1),
  );
});

it('finds nothing when nothing was indexed', () => {
  expect(createNumberIndex(Float64Array.of(1), Uint8Array.of(1)).find(Float64Array.of(0, 1))).toEqual(
    Int32Array.of(-1, -1),
  );
  expect(createNumberIndex(new Float64Array(0)).find(Float64Array.of(-1, 0))).toEqual(Int32Array.of(-1, -1));
});

it('equals a Map on any doubles, found or not', () => {
  const value = fc.oneof(fc.double(), fc.integer({ min: -5, max: 5 }), fc.constantFrom(0, -0, Number.NaN));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), fc.array(value, { maxLength: 20 }), (values, wanted) => {
      const ids = new Map<number, number>();
      for (const each of values) {
        if (!Number.isNaN(each) && !ids.has(each)) ids.set(each, ids.size);
      }
      const index = createNumberIndex(Float64Array.from(values));
      expect(index.size).toBe(ids.size);
      expect([...index.ids]).toEqual(values.map((each) => ids.get(each) ?? -1));
      expect([...index.find(Float64Array.from(wanted))]).toEqual(wanted.map((each) => ids.get(each) ?? -1));
    }),
  );
});
