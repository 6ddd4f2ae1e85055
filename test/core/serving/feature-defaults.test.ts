import { expect, test } from 'vitest';
import { computeFeatureDefaults } from '../../../src/core/serving/feature-defaults.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';

test('numbers default to the median, whole numbers to one that is there, the rest to the most frequent', () => {
  const features = fromRows(
    [
      { fee: 1.5, tickets: 4, plan: 'B', tv: true, seen: new Date(0), empty: null },
      { fee: 2.5, tickets: 1, plan: 'A', tv: false, seen: null, empty: null },
      { fee: null, tickets: 9, plan: 'B', tv: false, seen: null, empty: null },
      { fee: Number.NaN, tickets: 2, plan: null, tv: false, seen: null, empty: null },
    ],
    { dtypes: { empty: 'string' } },
  );
  const { values } = computeFeatureDefaults(features);
  expect(values).toEqual({
    fee: { value: 2, strategy: 'median' },
    tickets: { value: 2, strategy: 'median' },
    plan: { value: 'B', strategy: 'most_frequent' },
    tv: { value: false, strategy: 'most_frequent' },
    seen: { value: null, strategy: 'none' },
    empty: { value: null, strategy: 'none' },
  });
});

test('of equally frequent values the first seen is taken', () => {
  const { values } = computeFeatureDefaults(
    fromRows([{ plan: 'B' }, { plan: 'A' }, { plan: 'A' }, { plan: 'B' }]),
  );
  expect(values.plan?.value).toBe('B');
});
