import { expect, test } from 'vitest';
import { decideRetraining } from '../../../src/core/monitoring/retrain-decision.ts';

test('one drifting column of sixteen retrains at 0.02 and not at 0.3', () => {
  const report = { share: 1 / 16 };
  expect(decideRetraining(report, { threshold: 0.02, operator: '>=' }).retrain).toBe(true);
  expect(decideRetraining(report, { threshold: 0.3, operator: '>=' })).toEqual({
    retrain: false,
    reason: 'share of drifted columns 0.0625 is not >= 0.3',
  });
});

test('the operator decides on the threshold itself', () => {
  const report = { share: 0.5 };
  expect(decideRetraining(report, { threshold: 0.5, operator: '>=' }).retrain).toBe(true);
  expect(decideRetraining(report, { threshold: 0.5, operator: '>' }).retrain).toBe(false);
});

test('a threshold that is no share and an unknown operator are refused', () => {
  expect(() => decideRetraining({ share: 0 }, { threshold: 2, operator: '>' })).toThrow(
    'threshold 2 is no share',
  );
  expect(() => decideRetraining({ share: 0 }, { threshold: 0, operator: '<' as never })).toThrow(
    "no operator '<'",
  );
});
