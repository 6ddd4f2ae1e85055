import { expect, test } from 'vitest';
import type { FeatureDefaults } from '../../../src/core/serving/feature-defaults.ts';
import {
  isUnknownEntity,
  judgeFeatures,
  missingNames,
  staleNames,
} from '../../../src/core/serving/feature-report.ts';
import type { OnlineFeature } from '../../../src/core/serving/online-features.ts';

const FEE: OnlineFeature = {
  name: 'fee',
  reference: 'subs:fee',
  dtype: 'float64',
  value: 20,
  status: 'PRESENT',
  eventTimestamp: 0,
  ageMs: 1000,
};
const UNKNOWN: OnlineFeature = {
  ...FEE,
  value: null,
  status: 'NOT_FOUND',
  eventTimestamp: null,
  ageMs: null,
};
const DEFAULTS: FeatureDefaults = {
  kind: 'feature-defaults',
  version: 1,
  values: { fee: { value: 65, strategy: 'median' } },
};
const REJECT = { onMissing: 'reject', staleAfter: null } as const;
const IMPUTE = { onMissing: 'impute', staleAfter: null } as const;

test('a value is stale above the limit, not at it', () => {
  const stale = (staleAfter: number | null) =>
    staleNames(judgeFeatures([FEE], { ...REJECT, staleAfter }, null));
  expect([stale(999), stale(1000), stale(null)]).toEqual([['fee'], [], []]);
});

test('a value outside its maximum age is stale without a limit', () => {
  expect(staleNames(judgeFeatures([{ ...FEE, status: 'OUTSIDE_MAX_AGE' }], REJECT, null))).toEqual(['fee']);
});

test('a missing value is never stale', () => {
  const features = judgeFeatures([{ ...FEE, value: null }], { ...REJECT, staleAfter: 0 }, null);
  expect([staleNames(features), missingNames(features)]).toEqual([[], ['fee']]);
});

test('NaN is missing, as pandas has it', () => {
  const [feature] = judgeFeatures([{ ...FEE, value: Number.NaN }], REJECT, null);
  expect(feature?.report).toMatchObject({ value: null, source: 'none', status: 'PRESENT' });
});

test('a default stands in for a missing value of a known entity only', () => {
  const known = judgeFeatures([{ ...FEE, value: null }], IMPUTE, DEFAULTS);
  expect(known[0]?.report).toMatchObject({ value: 65, source: 'imputed' });
  const unknown = judgeFeatures([UNKNOWN], IMPUTE, DEFAULTS);
  expect(unknown[0]?.report).toMatchObject({ value: null, source: 'none' });
  expect([isUnknownEntity(known), isUnknownEntity(unknown)]).toEqual([false, true]);
});

test('zero and false are values, not gaps', () => {
  const features = judgeFeatures(
    [
      { ...FEE, value: 0 },
      { ...FEE, dtype: 'bool', value: false },
    ],
    IMPUTE,
    DEFAULTS,
  );
  expect(features.map(({ report }) => report.value)).toEqual([0, false]);
});
