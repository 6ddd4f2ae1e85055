import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GrowingArray } from '../../../../src/core/table/csv/growing-array.ts';

it('holds what a plain array with zeros for its gaps would hold', () => {
  const steps = fc.array(fc.oneof(fc.constant(null), fc.nat(5000)), { maxLength: 30 });
  fc.assert(
    fc.property(steps, fc.nat(100), (positions, more) => {
      const growing = new GrowingArray(Int32Array);
      const plain: number[] = [];
      positions.forEach((position, i) => {
        if (position === null) growing.push(plain.push(i) && i);
        else {
          while (plain.length < position) plain.push(0);
          plain[position] = i;
          growing.set(position, i);
        }
      });
      expect(growing.length).toBe(plain.length);
      expect([...growing.toArray()]).toEqual(plain);
      expect([...growing.toArray(plain.length + more)]).toEqual([...plain, ...Array(more).fill(0)]);
    }),
  );
});

it('grows past its first thousand', () => {
  const growing = new GrowingArray(Float64Array);
  for (let i = 0; i < 5000; i++) growing.push(i / 2);
  expect(growing.toArray()[4999]).toBe(2499.5);
});
