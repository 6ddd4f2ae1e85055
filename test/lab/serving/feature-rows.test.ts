import { describe, expect, it } from 'vitest';
import type { FeatureReport } from '../../../src/core/serving/feature-report.ts';
import { featureRows, markOf } from '../../../src/lab/serving/feature-rows.ts';

const PRESENT: FeatureReport = {
  value: 3,
  status: 'PRESENT',
  source: 'online-store',
  eventTimestamp: '2024-02-29T00:00:00.000Z',
  ageMs: 1,
  stale: false,
};
const VIEWS = [
  { name: 'plans_fv', ttlMs: 5, features: [{ name: 'plan', dtype: 'string' as const }] },
  { name: 'usage_fv', ttlMs: 0, features: [{ name: 'hours', dtype: 'float64' as const }] },
];

describe('the features of an answer', () => {
  it('come in its order, each with the view that it is from', () => {
    const body = JSON.stringify({ features: { hours: PRESENT, usage_fv__hours: PRESENT, other: PRESENT } });
    expect(featureRows({ body }, VIEWS).map(({ name, view, ttlMs }) => [name, view, ttlMs])).toEqual([
      ['hours', 'usage_fv', 0],
      ['usage_fv__hours', 'usage_fv', 0],
      ['other', null, 0],
    ]);
  });

  it('are none where the answer tells of none', () => {
    expect(featureRows({ body: 'Internal Server Error' }, VIEWS)).toEqual([]);
    expect(featureRows({ body: '{"detail":"not found"}' }, VIEWS)).toEqual([]);
  });

  it.each<[Partial<FeatureReport>, string]>([
    [{}, 'present'],
    [{ value: null, source: 'none' }, 'null'],
    [{ value: null, source: 'none', status: 'NOT_FOUND' }, 'not-found'],
    [{ stale: true }, 'too-old'],
    [{ status: 'OUTSIDE_MAX_AGE' }, 'too-old'],
    [{ source: 'imputed', status: 'NOT_FOUND' }, 'imputed'],
    [{ value: null, source: 'pipeline' }, 'imputed'],
  ])('mark %j as %s', (change, mark) => {
    expect(markOf({ ...PRESENT, ...change })).toBe(mark);
  });
});
