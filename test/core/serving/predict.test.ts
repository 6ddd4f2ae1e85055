import { describe, expect, test } from 'vitest';
import { DAY_MS, FEATURES, JANUARY_31, openLab, START } from './lab-bench.ts';

const DEFAULTS = {
  kind: 'feature-defaults',
  version: 1,
  values: {
    monthly_fee: { value: 64.5, strategy: 'median' },
    paperless: { value: true, strategy: 'most_frequent' },
    watch_hours: { value: 25, strategy: 'median' },
  },
} as const;

describe('a known user with all features', () => {
  test('gets a prediction, with the source and age of every feature', async () => {
    const { api, clock, predict } = openLab();
    await api.start(START);
    clock.advance({ hours: 3 });
    expect(await predict('ada')).toEqual({
      status: 200,
      body: {
        user_id: 'ada',
        prediction: 1,
        features_used: { monthly_fee: 70, paperless: true, watch_hours: 12.5 },
        probability: 0.75,
        model: { name: 'churn', version: '1', stage: 'Production' },
        warnings: [],
        features: {
          monthly_fee: present(70),
          paperless: present(true),
          watch_hours: present(12.5),
        },
      },
    });
  });

  test("gets the course's members under its policy", async () => {
    const { api, predict } = openLab();
    await api.start({ ...START, onMissing: 'course' });
    const { status, body } = await predict('ada');
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['user_id', 'prediction', 'features_used', 'features']);
  });
});

describe('an unknown user', () => {
  test.each(['reject', 'impute'] as const)('is 404 under %s', async (onMissing) => {
    const { api, predict, log } = openLab({ featureDefaults: DEFAULTS });
    await api.start({ ...START, onMissing });
    const { status, body } = await predict('999999');
    expect(status).toBe(404);
    expect(body).toMatchObject({ detail: 'no features for user_id=999999', code: 'unknown-entity' });
    expect(body.features.monthly_fee).toMatchObject({ status: 'NOT_FOUND', source: 'none', value: null });
    expect(await log.list()).toMatchObject([{ outcome: 'unknown-entity', entity: '999999' }]);
  });

  test('is 200 with every feature missing, never the user, under the policy of the course', async () => {
    const { api, predict } = openLab();
    await api.start({ ...START, onMissing: 'course' });
    const { status, body } = await predict('999999');
    expect(status).toBe(200);
    expect(body.error).toBe('missing features for user_id=999999');
    expect(body.missing_features).toEqual(['monthly_fee', 'paperless', 'watch_hours']);
  });
});

describe('a user with some features', () => {
  test('is 422 under reject, nulls and absent rows told apart by status', async () => {
    const { api, predict } = openLab();
    await api.start(START);
    const { status, body } = await predict('bob');
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'features-missing', missing_features: ['paperless', 'watch_hours'] });
    expect([body.features.paperless.status, body.features.watch_hours.status]).toEqual([
      'PRESENT',
      'NOT_FOUND',
    ]);
  });

  test('is 200 with the missing ones under the policy of the course', async () => {
    const { api, predict } = openLab();
    await api.start({ ...START, onMissing: 'course' });
    expect((await predict('bob')).body.missing_features).toEqual(['paperless', 'watch_hours']);
  });

  test('gets a prediction under impute, which values were filled in is told', async () => {
    const { api, predict, log } = openLab({ featureDefaults: DEFAULTS });
    await api.start({ ...START, onMissing: 'impute' });
    const { status, body } = await predict('bob');
    expect([status, body.prediction]).toEqual([200, 0]);
    expect(body.features.watch_hours).toMatchObject({ value: 25, source: 'imputed', status: 'NOT_FOUND' });
    expect(body.features.monthly_fee.source).toBe('online-store');
    expect(await log.list()).toMatchObject([{ outcome: 'imputed', imputed: ['paperless', 'watch_hours'] }]);
  });

  test('a default of null leaves the value to the pipeline', async () => {
    const values = { ...DEFAULTS.values, watch_hours: { value: null, strategy: 'none' } } as const;
    const { api, predict } = openLab({ featureDefaults: { ...DEFAULTS, values } });
    await api.start({ ...START, onMissing: 'impute' });
    expect((await predict('bob')).body.features.watch_hours).toMatchObject({
      value: null,
      source: 'pipeline',
    });
  });
});

describe('stale features', () => {
  const stale = { ...START, staleAfter: 7 * DAY_MS };

  test('appear when the clock advances past staleAfter, and not at it', async () => {
    const { api, clock, predict } = openLab();
    await api.start({ ...stale, onStale: 'reject' });
    clock.advance({ days: 7 });
    expect((await predict('ada')).status).toBe(200);
    clock.advance({ hours: 1 });
    const { status, body } = await predict('ada');
    expect(status).toBe(503);
    expect(body).toMatchObject({
      code: 'stale-rejected',
      stale_features: ['monthly_fee', 'paperless', 'watch_hours'],
    });
    expect(body.hint).toBe('materialize up to now; values are stale after 7 days');
  });

  test('tell their limit in one day or several', async () => {
    const { api, clock, predict } = openLab();
    await api.start({ ...stale, staleAfter: DAY_MS, onStale: 'reject' });
    clock.advance({ days: 2 });
    expect((await predict('ada')).body.hint).toMatch(/stale after 1 day$/);
  });

  test('are only those of the view that was not refreshed', async () => {
    const { api, clock, rows, predict } = openLab();
    await api.start({ ...stale, onStale: 'reject' });
    clock.advance({ days: 8 });
    rows.ada!.subs!.at = clock.now();
    expect((await predict('ada')).body.stale_features).toEqual(['watch_hours']);
  });

  test('are served with a warning under warn, without one under serve, and marked either way', async () => {
    const { api, clock, predict, log } = openLab();
    clock.advance({ days: 8 });
    await api.start({ ...stale, onStale: 'warn' });
    const warned = await predict('ada');
    expect(warned.body.warnings).toEqual(['stale features: monthly_fee, paperless, watch_hours']);
    await api.start({ ...stale, onStale: 'serve' });
    const served = await predict('ada');
    expect(served.body.warnings).toEqual([]);
    expect(served.body.features.watch_hours).toMatchObject({ stale: true, ageMs: 8 * DAY_MS });
    expect((await log.list()).map(({ outcome }) => outcome)).toEqual(['stale-served', 'stale-served']);
  });

  test('are those past the ttl of their view under a strict ttl', async () => {
    const { api, clock, predict } = openLab();
    clock.advance({ days: 31 });
    await api.start({ ...START, strictTtl: true, onStale: 'reject' });
    const { status, body } = await predict('ada');
    expect([status, body.features.monthly_fee.status]).toEqual([503, 'OUTSIDE_MAX_AGE']);
  });

  test('are a 200 with an error under the policy of the course', async () => {
    const { api, clock, predict } = openLab();
    clock.advance({ days: 8 });
    await api.start({ ...stale, onMissing: 'course', onStale: 'reject' });
    expect(await predict('ada')).toMatchObject({ status: 200, body: { stale_features: expect.any(Array) } });
  });
});

describe('a value of the wrong type', () => {
  test("is 500 with the signature's message", async () => {
    const { api, faults, predict, log } = openLab();
    await api.start(START);
    faults.inject({ kind: 'wrong-type', feature: 'usage:watch_hours' });
    const { status, body } = await predict('ada');
    expect(status).toBe(500);
    expect(body.code).toBe('wrong-type');
    expect(body.features.watch_hours.value).toBe('n/a');
    expect(body.detail).toContain("column 'watch_hours'");
    expect(await log.list()).toMatchObject([{ outcome: 'wrong-type', prediction: null }]);
  });

  test('is refused for a boolean too', async () => {
    const { api, faults, predict } = openLab();
    await api.start(START);
    faults.inject({ kind: 'wrong-type', feature: 'paperless' });
    expect((await predict('ada')).body.detail).toContain("column 'paperless'");
  });

  test("is the course's bare 500, with the reason in the log only", async () => {
    const { api, faults, predict, log } = openLab();
    await api.start({ ...START, onMissing: 'course' });
    faults.inject({ kind: 'wrong-type', feature: 'watch_hours' });
    expect(await predict('ada')).toEqual({ status: 500, body: 'Internal Server Error' });
    expect((await log.list())[0]?.message).toContain("column 'watch_hours'");
  });
});

test('a view that is not there is 500 and named', async () => {
  const { api, predict } = openLab();
  await api.start({ ...START, features: [...FEATURES, 'payments:failed'] });
  const { status, body } = await predict('ada');
  expect([status, body.code]).toEqual([500, 'store-error']);
  expect(body.detail).toBe("FeatureViewNotFoundException: feature view 'payments' does not exist");
});

test('a body that is not valid is 422 and reads nothing', async () => {
  const { api, send, log } = openLab();
  await api.start(START);
  const response = await send('POST', '/predict', '{"user_id": 7}');
  expect(response.status).toBe(422);
  expect(JSON.parse(response.body).detail[0]).toMatchObject({
    type: 'string_type',
    loc: ['body', 'user_id'],
  });
  expect(await log.list()).toMatchObject([{ outcome: 'invalid-request', entity: null, features: {} }]);
});

function present(value: unknown) {
  return {
    value,
    status: 'PRESENT',
    source: 'online-store',
    eventTimestamp: new Date(JANUARY_31).toISOString(),
    ageMs: 3 * 3_600_000,
    stale: false,
  };
}
