import { describe, expect, it } from 'vitest';
import { hours } from '../../../src/core/features/durations.ts';
import { getHistoricalFeatures } from '../../../src/core/features/historical-features.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { day, joinUsage, setting, usageView } from './usage-join.ts';

const MARCH = '2024-03-01T00:00:00Z';

describe('the lab join', () => {
  it('keeps every entity row with its other columns, in order and with its repeats', async () => {
    const entities = [
      { user_id: 'b', event_timestamp: day(60), label: 1 },
      { user_id: 'a', event_timestamp: day(31), label: 0 },
      { user_id: 'a', event_timestamp: day(31), label: 1 },
      { user_id: 'zz', event_timestamp: day(1), label: 0 },
    ];
    const { table } = await joinUsage(entities);
    expect(toRows(table)).toEqual([
      { ...entities[0], hours: null },
      { ...entities[1], hours: 12 },
      { ...entities[2], hours: 12 },
      { ...entities[3], hours: null },
    ]);
  });

  it('keeps whole numbers whole where some rows find nothing', async () => {
    const { table } = await joinUsage([
      { user_id: 'a', event_timestamp: day(31) },
      { user_id: 'zz', event_timestamp: day(31) },
    ]);
    expect(table.columns.get('hours')).toMatchObject({ dtype: 'int64', nulls: Uint8Array.of(0, 1) });
  });

  it('reads texts without a zone as UTC and numbers as epoch milliseconds', async () => {
    const texts = await joinUsage([{ user_id: 'a', event_timestamp: '2024-01-31T00:00:00' }]);
    const zoned = await joinUsage([{ user_id: 'a', event_timestamp: '2024-01-31T01:59:59+02:00' }]);
    const numbers = await joinUsage([{ user_id: 'a', event_timestamp: day(31).getTime() }]);
    expect([texts, zoned, numbers].map(({ table }) => toRows(table)[0]?.hours)).toEqual([12, 10, 12]);
    expect(toRows(texts.table)[0]?.event_timestamp).toEqual(day(31));
  });

  it('takes the one timestamp column where none is called event_timestamp, and says so', async () => {
    const { table, warnings } = await joinUsage([{ user_id: 'a', when: day(31), note: MARCH }]);
    expect(toRows(table)[0]?.hours).toBe(12);
    expect(warnings[0]).toMatchObject({ code: 'inferred-event-timestamp', column: 'when' });
  });

  it('names columns view__feature on request', async () => {
    const { table } = await joinUsage([{ user_id: 'a', event_timestamp: day(31) }], {
      fullFeatureNames: true,
    });
    expect([...table.columns.keys()]).toEqual(['user_id', 'event_timestamp', 'usage__hours']);
  });

  it('orders columns by view as first asked for, then by request', async () => {
    const schema = ['x', 'y'].map((name) => ({ name, dtype: 'int64' as const }));
    const source = (table: string) => new SnapshotSource({ table, timestampField: 'as_of' });
    const views = ['p', 'q'].map((name) => usageView({ name, schema, source: source(name) }));
    const rows = fromRows([{ user_id: 'a', as_of: day(1), x: 1, y: 2 }]);
    const features = ['q:y', 'p:y', 'q:x'];
    const { table } = await joinUsage(
      [{ user_id: 'a', event_timestamp: day(3) }],
      { features, fullFeatureNames: true },
      { views, tables: { p: rows, q: rows } },
    );
    expect([...table.columns.keys()].slice(2)).toEqual(['q__y', 'q__x', 'p__y']);
  });

  it('reads columns under the names that the source maps them to', async () => {
    const source = new SnapshotSource({
      table: 'raw',
      timestampField: 'ts',
      fieldMapping: { ts: 'as_of', h: 'hours', uid: 'user_id' },
    });
    const tables = { raw: fromRows([{ uid: 'a', ts: day(1), h: 7 }]) };
    const { table } = await joinUsage(
      [{ user_id: 'a', event_timestamp: day(2) }],
      {},
      { views: [usageView({ source })], tables },
    );
    expect(toRows(table)[0]?.hours).toBe(7);
  });

  it('joins one view twice under two names and keys', async () => {
    const referrer = usageView().withName('referrer').withJoinKeyMap({ user_id: 'referrer_id' });
    const { table } = await joinUsage([{ user_id: 'a', referrer_id: 'c', event_timestamp: day(80) }], {
      features: ['usage:hours', referrer],
      fullFeatureNames: true,
    });
    expect(toRows(table)[0]).toMatchObject({ usage__hours: 12, referrer__hours: 30 });
  });

  it('gives the rows of a view without entities to everybody', async () => {
    const global = usageView({ entities: [], schema: [{ name: 'hours', dtype: 'int64' }] });
    const { table } = await joinUsage(
      [
        { user_id: 'zz', event_timestamp: day(1) },
        { user_id: 'zz', event_timestamp: day(99) },
      ],
      {},
      { views: [global] },
    );
    expect(toRows(table).map(({ hours: value }) => value)).toEqual([10, 30]);
  });

  it('fills nothing for no entity rows', async () => {
    const empty = fromRows([], { dtypes: { user_id: 'string', event_timestamp: 'timestamp' } });
    const { table } = await joinUsage(empty);
    expect(table.nRows).toBe(0);
    expect([...table.columns.keys()]).toEqual(['user_id', 'event_timestamp', 'hours']);
  });

  it('reads a table once however many views share it', async () => {
    const context = setting({ views: [usageView(), usageView({ name: 'again' })] });
    await getHistoricalFeatures(context, {
      entityDf: fromRows([{ user_id: 'a', event_timestamp: day(31) }]),
      features: ['usage:hours', 'again:hours'],
      fullFeatureNames: true,
    });
    expect(context.tables.read).toEqual(['usage']);
  });

  it('reports progress and stops when cancelled', async () => {
    const labels: string[] = [];
    await joinUsage([{ user_id: 'a', event_timestamp: day(31) }], {
      onProgress: ({ label }) => labels.push(label),
    });
    expect(labels).toEqual(['usage', 'join']);
    await expect(
      joinUsage([{ user_id: 'a', event_timestamp: day(31) }], { signal: { aborted: true } }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('takes an int64 feature that a file gave as doubles with gaps', async () => {
    const tables = {
      usage: fromRows([{ user_id: 'a', as_of: day(1), created: day(2), hours: Number.NaN }], {
        dtypes: { hours: 'float64' },
      }),
    };
    const { table } = await joinUsage([{ user_id: 'a', event_timestamp: day(2) }], {}, { tables });
    expect(table.columns.get('hours')).toMatchObject({ dtype: 'int64', nulls: Uint8Array.of(1) });
  });
});

it('treats a ttl to the hour', async () => {
  const context = { views: [usageView({ ttl: hours(1) })] };
  const result = await joinUsage(
    [{ user_id: 'a', event_timestamp: new Date(day(31).getTime() + hours(1)) }],
    {},
    context,
  );
  expect(toRows(result.table)[0]?.hours).toBe(12);
});
