import { expect, test } from 'vitest';
import { countPairs } from '../../../src/core/monitoring/paired-counts.ts';
import { twoProportionsPValue } from '../../../src/core/monitoring/two-proportions.ts';
import { columnFromCells } from '../../../src/core/table/from-rows.ts';

test('the same constant on both sides gives 1', () => {
  expect(twoProportionsPValue(countPairs(columnFromCells([7, 7]), columnFromCells([7])))).toBe(1);
});

test('1.96 standard errors apart are just under the 5 % level', () => {
  const sample = (nTrue: number) => columnFromCells(Array.from({ length: 1000 }, (_, row) => row < nTrue));
  const p = twoProportionsPValue(countPairs(sample(500), sample(544)));
  expect(p).toBeGreaterThan(0.048);
  expect(p).toBeLessThan(0.0501);
});
