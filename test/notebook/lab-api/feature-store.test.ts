import { describe, expect, it } from 'vitest';
import { openLab, openLabWithMonth } from './lab.ts';

const END = '2024-01-31T00:00:00Z';

it('joins entity rows in every accepted form to the same result', async () => {
  const { lab, features } = await openLabWithMonth();
  const entityDf = await lab.data.entityDf({ asOf: '2024-01-31' });
  const forms = [entityDf, entityDf.toTable(), entityDf.toDf(), entityDf.toRows()];
  for (const form of forms) {
    const job = await lab.store.getHistoricalFeatures({ entityDf: form, features });
    expect(job.toRows()[3]).toEqual({
      user_id: 'd',
      event_timestamp: new Date(END),
      monthly_fee: 80.1,
      failed_payments_90d: 2,
    });
    expect(job.warnings).toEqual([]);
    expect(job.lineage(3).map(({ view, reason }) => [view, reason])).toEqual([
      ['subscription', 'matched'],
      ['payments', 'matched'],
    ]);
  }
});

it('matches integer and composite keys by value, and nulls what was unknown or too old', async () => {
  const { data, store, Entity, FeatureView, Field, SnapshotSource, hours } = await openLab();
  const at = (ms: number) => new Date(ms);
  const readings = [
    { site: 1, sensor: '23', value: 1, at: at(1000) },
    { site: 12, sensor: '3', value: 2, at: at(1000) },
    { site: 1, sensor: '23', value: 3, at: at(2000) },
  ];
  await data.importTable('readings', readings, { timestampField: 'at' });
  const entity = new Entity({ name: 'point', joinKeys: ['site', 'sensor'] });
  await store.apply([
    entity,
    new FeatureView({
      name: 'reading',
      entities: [entity],
      ttl: hours(1),
      schema: [new Field({ name: 'value', dtype: 'int64' })],
      source: new SnapshotSource({ table: 'readings', timestampField: 'at' }),
    }),
  ]);
  const hour = 3_600_000;
  const entityDf = [
    { site: 1, sensor: '23', event_timestamp: at(1999) },
    { site: 12, sensor: '3', event_timestamp: at(1000 + hour) },
    { site: 12, sensor: '3', event_timestamp: at(1001 + hour) },
    { site: 12, sensor: '3', event_timestamp: at(999) },
    { site: 2, sensor: '3', event_timestamp: at(5000) },
  ];
  const values = async (as: 'lab' | 'local-store') =>
    (await store.getHistoricalFeatures({ entityDf, features: ['reading:value'], as })).column('value');
  expect(await values('lab')).toEqual([1, 2, null, null, null]);
  expect((await values('local-store')).filter((value) => value !== null)).toEqual([1, 2]);
});

it('answers online reads with rows, lists, a DataFrame, statuses and ages', async () => {
  const { lab, features } = await openLabWithMonth();
  await lab.store.materialize('2024-01-01T00:00:00Z', END);
  const entityRows = [{ user_id: 'a' }, { user_id: 'zz' }];
  const online = await lab.store.getOnlineFeatures({ features, entityRows });
  expect(online.toRows()).toEqual([
    { user_id: 'a', monthly_fee: 29.85, failed_payments_90d: 1 },
    { user_id: 'zz', monthly_fee: null, failed_payments_90d: null },
  ]);
  expect(online.toDict()).toMatchObject({ user_id: ['a', 'zz'], monthly_fee: [29.85, null] });
  expect(online.toDf().shape).toEqual([2, 3]);
  expect(online.statuses.map(({ monthly_fee }) => monthly_fee)).toEqual(['PRESENT', 'NOT_FOUND']);
  expect(online.ageMs.map(({ monthly_fee }) => monthly_fee)).toEqual([lab.days(1), null]);
  await lab.clock.advance({ days: 40 });
  const strict = await lab.store.getOnlineFeatures({ features, entityRows, strictTtl: true });
  expect(strict.statuses[0]?.monthly_fee).toBe('OUTSIDE_MAX_AGE');
  expect(strict.toRows()[0]?.monthly_fee).toBe(29.85);
});

describe('a refused call changes nothing and says what is wrong', () => {
  type Opened = Awaited<ReturnType<typeof openLabWithMonth>>;
  it.each<[string, (opened: Opened) => Promise<unknown>, string, string]>([
    [
      'join of nothing',
      ({ lab }) => lab.store.getHistoricalFeatures(undefined as never),
      'TypeError',
      "lacks 'entityDf'",
    ],
    [
      'misspelt option of a join',
      ({ lab, features }) =>
        lab.store.getHistoricalFeatures({ entityDf: [], features, fullFeatureName: true } as never),
      'TypeError',
      "no option 'fullFeatureName'",
    ],
    [
      'features as a text',
      ({ lab }) =>
        lab.store.getHistoricalFeatures({ entityDf: [{ user_id: 'a' }], features: 'payments:x' as never }),
      'TypeError',
      "features is 'payments:x'",
    ],
    [
      'unknown view',
      ({ lab }) => lab.store.getHistoricalFeatures({ entityDf: [], features: ['payment:x'] }),
      'FeatureViewNotFoundException',
      "'payment'",
    ],
    [
      'days instead of instants',
      ({ lab }) => lab.store.materialize('2024-01-01', '2024-01-31'),
      'ValueError',
      'date without a time',
    ],
    [
      'reversed window',
      ({ lab }) => lab.store.materialize(END, '2023-01-01T00:00:00Z'),
      'ValueError',
      'after end',
    ],
    [
      'view as a text',
      ({ lab }) => lab.store.materialize('2024-01-01T00:00:00Z', END, { featureViews: 'payments' as never }),
      'TypeError',
      "featureViews is 'payments'",
    ],
    [
      'misspelt option of a materialization',
      ({ lab }) => lab.store.materializeIncremental(END, { featureView: ['payments'] } as never),
      'TypeError',
      "no option 'featureView'",
    ],
    [
      'cancelled materialization',
      ({ lab }) => lab.store.materialize('2024-01-01T00:00:00Z', END, { signal: { aborted: true } }),
      'AbortError',
      'cancelled',
    ],
    [
      'online read without rows',
      ({ lab, features }) => lab.store.getOnlineFeatures({ features } as never),
      'TypeError',
      "lacks 'entityRows'",
    ],
    [
      'one entity where rows belong',
      ({ lab, features }) => lab.store.getOnlineFeatures({ features, entityRows: { user_id: 'a' } as never }),
      'TypeError',
      "entityRows holds 'a' under 'user_id'",
    ],
    [
      'no view',
      async ({ lab }) => lab.store.getFeatureView(undefined as never),
      'FeatureViewNotFoundException',
      'undefined',
    ],
    ['no object', ({ lab, user }) => lab.store.apply([user, 'payments' as never]), 'TypeError', "'payments'"],
  ])('%s', async (_, call, name, message) => {
    const opened = await openLabWithMonth();
    const before = await opened.lab.stored();
    await expect(call(opened)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
      hint: expect.stringMatching(/./),
    });
    expect(await opened.lab.stored()).toEqual(before);
  });
});

it('answers which views there are without waiting, from one apply to the next', async () => {
  const { lab, user } = await openLabWithMonth();
  const names = () => lab.store.listFeatureViews().map(({ name }) => name);
  const before = names();
  const source = new lab.SnapshotSource({ table: 'usage_agg_30d', timestampField: 'as_of' });
  const schema = [new lab.Field({ name: 'skips_7d', dtype: 'int64' })];
  await lab.store.apply(new lab.FeatureView({ name: 'zapping', entities: [user], schema, source }));
  expect(names()).toEqual([...before, 'zapping'].sort());
  expect(lab.store.getFeatureView('zapping').features.map(({ name }) => name)).toEqual(['skips_7d']);
  expect(() => lab.store.getFeatureView('zaping')).toThrow(
    expect.objectContaining({ name: 'FeatureViewNotFoundException', hint: "did you mean 'zapping'?" }),
  );
});
