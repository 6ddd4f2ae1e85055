import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kolmogorovSmirnovPValue } from '../../../src/core/monitoring/kolmogorov-smirnov.ts';
import { countPairs } from '../../../src/core/monitoring/paired-counts.ts';
import { columnFromCells } from '../../../src/core/table/from-rows.ts';

test('the p-value is the share of all interleavings that lie at least as far apart', () => {
  const sizes = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(sizes, sizes, fc.integer({ min: 0, max: 999 }), (n, m, pick) => {
      const interleavings = listInterleavings(n, m);
      const order = interleavings[pick % interleavings.length]!;
      const gap = widestGap(order, { n, m });
      const asFar = interleavings.filter((other) => widestGap(other, { n, m }) >= gap).length;
      const rowsOf = (side: 0 | 1) => order.flatMap((owner, position) => (owner === side ? [position] : []));
      const counts = countPairs(columnFromCells(rowsOf(0)), columnFromCells(rowsOf(1)));
      expect(kolmogorovSmirnovPValue(counts)).toBeCloseTo(asFar / interleavings.length, 12);
    }),
  );
});

test('samples that never differ give 1', () => {
  expect(kolmogorovSmirnovPValue(countPairs(columnFromCells([1, 2]), columnFromCells([2, 1])))).toBe(1);
});

function listInterleavings(n: number, m: number): (0 | 1)[][] {
  if (n === 0 && m === 0) return [[]];
  return [
    ...(n > 0 ? listInterleavings(n - 1, m).map((rest) => [0 as const, ...rest]) : []),
    ...(m > 0 ? listInterleavings(n, m - 1).map((rest) => [1 as const, ...rest]) : []),
  ];
}

/** The widest difference of the two cumulative counts, times n × m so that it is a whole number. */
function widestGap(order: readonly (0 | 1)[], { n, m }: { n: number; m: number }): number {
  const seen = [0, 0];
  return Math.max(
    ...order.map((owner) => {
      seen[owner]!++;
      return Math.abs(seen[0]! * m - seen[1]! * n);
    }),
  );
}
