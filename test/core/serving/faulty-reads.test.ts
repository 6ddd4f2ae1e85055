import { expect, test } from 'vitest';
import type { Fault } from '../../../src/core/serving/faults.ts';
import { distortFeatures, refuseDroppedViews, storeDelayMs } from '../../../src/core/serving/faulty-reads.ts';
import type { OnlineFeature } from '../../../src/core/serving/online-features.ts';

const FEE: OnlineFeature = {
  name: 'fee',
  reference: 'subs:fee',
  dtype: 'float64',
  value: 20,
  status: 'PRESENT',
  eventTimestamp: 0,
  ageMs: 5,
};

const valuesOverReads = (fault: Fault, nReads: number) =>
  Array.from({ length: nReads }, (_, read) => distortFeatures([fault], [FEE], read)[0]!.value);

test('a null feature reads as null on every request', () => {
  expect(distortFeatures([{ kind: 'null-feature', feature: 'subs:fee' }], [FEE], 0)).toEqual([
    { ...FEE, value: null, status: 'NULL_VALUE' },
  ]);
});

test('a share of 0.3 hits three of ten requests, evenly, the same ones each time', () => {
  const fault: Fault = { kind: 'null-feature', feature: 'fee', share: 0.3 };
  const values = valuesOverReads(fault, 10);
  expect(values).toEqual([20, 20, 20, null, 20, 20, null, 20, 20, null]);
  expect(valuesOverReads(fault, 10)).toEqual(values);
});

test('a wrong type turns numbers into texts and the rest into numbers', () => {
  const fault: Fault = { kind: 'wrong-type', feature: 'fee' };
  const distorted = (value: OnlineFeature['value']) =>
    distortFeatures([fault], [{ ...FEE, value }], 0)[0]!.value;
  expect([distorted(20), distorted(true), distorted('DSL'), distorted(null)]).toEqual(['n/a', 1, 3, null]);
});

test('other features stay as they are', () => {
  expect(distortFeatures([{ kind: 'null-feature', feature: 'usage:fee' }], [FEE], 0)).toEqual([FEE]);
});

test('a dropped view fails by its name, other views do not', () => {
  const faults: Fault[] = [{ kind: 'drop-feature-view', view: 'subs' }];
  expect(() => refuseDroppedViews(faults, ['usage:hours', 'subs:fee'])).toThrow(
    "feature view 'subs' does not exist",
  );
  expect(() => refuseDroppedViews(faults, ['usage:hours'])).not.toThrow();
});

test('a slow store takes longer', () => {
  expect(storeDelayMs([{ kind: 'api-down' }, { kind: 'slow-store', ms: 300 }])).toBe(300);
});
