import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { histogramOfSorted } from '../../../src/lab/data/histogram.ts';
import { profileTable } from '../../../src/lab/data/profile.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('profileTable', () => {
  const table = fromRows([
    { plan: 'basic', fee: 10, isActive: true, at: day('2024-01-31'), gone: null },
    { plan: 'plus', fee: 20.5, isActive: null, at: day('2024-01-31'), gone: null },
    { plan: 'basic', fee: Number.NaN, isActive: false, at: day('2024-02-29'), gone: null },
    { plan: null, fee: 30, isActive: false, at: day('2024-02-29'), gone: null },
  ]);
  const [plan, fee, isActive, at, gone] = profileTable(table);

  it('counts the values of a text, most frequent first', () => {
    expect(plan).toMatchObject({ kind: 'categories', nNulls: 1, nDistinct: 2 });
    expect(plan).toHaveProperty('top', [
      { value: 'basic', count: 2 },
      { value: 'plus', count: 1 },
    ]);
  });

  it('counts truths as False and True', () => {
    expect(isActive).toHaveProperty('top', [
      { value: 'False', count: 2 },
      { value: 'True', count: 1 },
    ]);
  });

  it('gives quantiles and mean of numbers, NaN and nulls apart', () => {
    expect(fee).toMatchObject({
      kind: 'numbers',
      nRows: 4,
      nNulls: 1,
      nDistinct: 3,
      range: { min: 10, q1: 15.25, median: 20.5, q3: 25.25, max: 30 },
    });
    expect(fee).toHaveProperty('range.mean', expect.closeTo(20.1667, 4));
  });

  it('gives the range of instants', () => {
    expect(at).toMatchObject({
      dtype: 'timestamp',
      nDistinct: 2,
      range: { max: day('2024-02-29').getTime() },
    });
  });

  it('has no range where every value is missing', () => {
    expect(gone).toMatchObject({ nNulls: 4, nDistinct: 0, range: null, bins: [] });
  });
});

describe('histogramOfSorted', () => {
  const total = (bins: readonly { readonly count: number }[]) =>
    bins.reduce((sum, { count }) => sum + count, 0);

  it('has one bin per value where they are few whole numbers', () => {
    expect(histogramOfSorted(Float64Array.of(1, 1, 2, 4), 3)).toEqual([
      { from: 1, to: 2, count: 2 },
      { from: 2, to: 3, count: 1 },
      { from: 3, to: 4, count: 0 },
      { from: 4, to: 5, count: 1 },
    ]);
  });

  it('counts every value in bins of a round width, in sorted bins without gaps', () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => -3.7 + i * 0.0931);
    const bins = histogramOfSorted(values, 1000);
    expect(total(bins)).toBe(1000);
    expect(bins.length).toBeLessThanOrEqual(26);
    expect(bins[0]!.to - bins[0]!.from).toBe(5);
    bins.slice(1).forEach(({ from }, i) => {
      expect(from).toBe(bins[i]!.to);
    });
  });

  it('leaves infinities out, and takes a single value', () => {
    expect(total(histogramOfSorted(Float64Array.of(-Infinity, 0.5, Infinity), 3))).toBe(1);
    expect(histogramOfSorted(new Float64Array(0), 0)).toEqual([]);
  });
});
