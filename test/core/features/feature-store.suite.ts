import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/core/database.ts';
import type { FeatureCollections } from '../../../src/core/features/collections.ts';
import { days, hours } from '../../../src/core/features/durations.ts';
import { Entity } from '../../../src/core/features/entity.ts';
import type { FeatureObject } from '../../../src/core/features/feature-registry.ts';
import { FeatureView, type FeatureViewOptions } from '../../../src/core/features/feature-view.ts';
import type { FieldDefinition } from '../../../src/core/features/field.ts';
import type { MaterializeOptions } from '../../../src/core/features/materialize.ts';
import type { OnlineFeaturesRequest } from '../../../src/core/features/online-features.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { createFeatureStore, type FeatureStore } from '../../../src/core/features/store.ts';
import { fromRows, type Row } from '../../../src/core/table/from-rows.ts';
import type { Table } from '../../../src/core/table/table.ts';
import { tableReader } from './feature-tables.ts';

const user = new Entity({ name: 'user', joinKeys: ['user_id'], description: 'who watches' });
const SCHEMA: readonly FieldDefinition[] = [
  { name: 'user_id', dtype: 'int64' },
  { name: 'hours', dtype: 'int64' },
  { name: 'plan', dtype: 'string' },
];

/** Rows in no order of time: of user 1 the newest lies in the middle. */
const USAGE: readonly Row[] = [
  { user_id: 1, as_of: day(10), created: day(11), hours: 10, plan: 'basic' },
  { user_id: 1, as_of: day(20), created: day(22), hours: 21, plan: null },
  { user_id: 1, as_of: day(20), created: day(21), hours: 20, plan: 'basic' },
  { user_id: 2, as_of: day(10), created: day(11), hours: 30, plan: 'family' },
  { user_id: 3, as_of: day(30), created: day(31), hours: 40, plan: 'basic' },
  { user_id: null, as_of: day(10), created: day(11), hours: 50, plan: 'basic' },
];

function day(n: number): Date {
  return new Date(Date.UTC(2024, 0, n));
}

function usage(options: Partial<FeatureViewOptions> = {}): FeatureView {
  return new FeatureView({
    name: 'usage',
    entities: [user],
    schema: SCHEMA,
    source: new SnapshotSource({
      table: 'usage',
      timestampField: 'as_of',
      createdTimestampColumn: 'created',
    }),
    ...options,
  });
}

/** The feature store on any database; each call of `open` gives an empty one. */
export function describeFeatureStore(open: () => Promise<Database<FeatureCollections>>): void {
  let database: Database<FeatureCollections>;
  let tables: Record<string, Table>;
  let now: Date;
  let store: FeatureStore;

  const openStore = (): FeatureStore =>
    createFeatureStore({ database, tables: tableReader(tables), clock: { now: () => now.getTime() } });

  beforeEach(async () => {
    database = await open();
    tables = { usage: fromRows(USAGE) };
    now = day(30);
    store = openStore();
  });

  /** Everything the store keeps. */
  const dump = (): Promise<unknown> =>
    database.read(['entities', 'featureViews', 'onlineTables'], async (transaction) => [
      await transaction.getAll('entities'),
      await transaction.getAll('featureViews'),
      (await transaction.getAll('onlineTables')).map(({ view, table }) => [view, [...new Uint8Array(table)]]),
    ]);

  const expectRefusal = async (run: () => Promise<unknown>, error: object): Promise<void> => {
    const before = await dump();
    await expect(run()).rejects.toThrow(
      expect.objectContaining({ hint: expect.stringMatching(/.+/), ...error }),
    );
    expect(await dump()).toEqual(before);
  };

  const read = async (...ids: number[]): Promise<readonly unknown[]> => {
    const rows = await store.getOnlineFeatures({
      features: ['usage:hours', 'usage:plan'],
      entityRows: ids.map((user_id) => ({ user_id })),
    });
    return rows.toRows().map(({ hours: value, plan }) => [value, plan]);
  };

  describe('apply', () => {
    it('keeps entities and views, listed by name', async () => {
      await store.apply([user, usage({ name: 'b' }), usage({ name: 'a', ttl: days(7) })]);
      const views = await openStore().listFeatureViews();
      expect(views.map(({ name, ttl }) => [name, ttl])).toEqual([
        ['a', days(7)],
        ['b', 0],
      ]);
      expect((await store.getFeatureView('a')).toDefinition()).toEqual(
        usage({ name: 'a', ttl: days(7) }).toDefinition(),
      );
      expect(await store.listEntities()).toEqual([user.toDefinition()]);
    });

    it('takes a single object, and a source beside its views', async () => {
      await store.apply(user);
      await store.apply([usage(), new SnapshotSource({ table: 'usage', timestampField: 'as_of' })]);
      expect((await store.listFeatureViews()).map(({ name }) => name)).toEqual(['usage']);
    });

    it('keeps intervals and online rows when a view is applied again', async () => {
      await store.apply([user, usage({ ttl: days(5) })]);
      await store.materialize(day(1), day(31));
      await store.apply([usage({ ttl: 0 })]);
      expect(await store.materializationIntervals('usage')).toHaveLength(1);
      expect(await read(2)).toEqual([[30, 'family']]);
    });

    it('drops the online rows of a view whose keys changed', async () => {
      await store.apply([user, usage()]);
      await store.materialize(day(1), day(31));
      const account = new Entity({ name: 'account', joinKeys: ['user_id', 'hours'] });
      const schema = SCHEMA.filter(({ name }) => name !== 'hours');
      await store.apply([account, usage({ entities: [account], schema })]);
      const { statuses } = await store.getOnlineFeatures({
        features: ['usage:plan'],
        entityRows: [{ user_id: 2, hours: 30 }],
      });
      expect(statuses).toEqual([{ plan: 'NOT_FOUND' }]);
    });

    it('makes a renamed view one of its own', async () => {
      await store.apply([user, usage().withName('watching')]);
      await store.materialize(day(1), day(31));
      expect((await store.listFeatureViews()).map(({ name }) => name)).toEqual(['watching']);
    });

    it.each<[string, readonly unknown[], object]>([
      [
        'views that differ in case only',
        [user, usage(), usage({ name: 'Usage' })],
        {
          name: 'ValueError',
          message: "two feature views are named 'Usage', apart from upper and lower case",
        },
      ],
      [
        'a view whose entity nobody applied',
        [usage()],
        { name: 'EntityNotFoundException', message: "entity 'user' does not exist" },
      ],
      ['what is no definition', [user, 'usage'], { name: 'TypeError', message: "'usage' cannot be applied" }],
    ])('refuses %s and keeps nothing of it', async (_what, objects, error) => {
      await expectRefusal(() => store.apply(objects as FeatureObject[]), error);
    });

    it('refuses an unknown view by its name', async () => {
      await store.apply([user, usage()]);
      await expectRefusal(() => store.getFeatureView('usge'), {
        name: 'FeatureViewNotFoundException',
        hint: "did you mean 'usage'?",
      });
    });
  });

  describe('materialize', () => {
    beforeEach(() => store.apply([user, usage({ ttl: days(5) })]));

    it('writes per entity the latest row of the window, both ends inclusive, whatever the ttl', async () => {
      const report = await store.materialize(day(10), day(20));
      expect(report).toEqual([
        {
          view: 'usage',
          rowsRead: 5,
          rowsWritten: 2,
          interval: { start: day(10), end: day(20) },
        },
      ]);
      expect(await read(1, 2, 3)).toEqual([
        [21, null],
        [30, 'family'],
        [null, null],
      ]);
    });

    it('leaves out rows before and after the window', async () => {
      const [report] = await store.materialize(
        new Date(day(10).getTime() + 1),
        new Date(day(20).getTime() - 1),
      );
      expect(report).toMatchObject({ rowsRead: 0, rowsWritten: 0 });
    });

    it('overwrites newer values when an older window is materialized afterwards', async () => {
      await store.materialize(day(10), day(20));
      await store.materialize(day(1), day(10));
      expect(await read(1)).toEqual([[10, 'basic']]);
    });

    it('leaves entities alone that the window does not hold, and never deletes', async () => {
      await store.materialize(day(1), day(10));
      await store.materialize(day(25), day(31));
      expect(await read(1, 2, 3)).toEqual([
        [10, 'basic'],
        [30, 'family'],
        [40, 'basic'],
      ]);
    });

    it('records every window, also one without rows', async () => {
      await store.materialize('2023-01-01T00:00:00', '2023-02-01T00:00:00Z');
      await store.materialize(day(1), day(2));
      expect(await store.materializationIntervals('usage')).toEqual([
        [Date.UTC(2023, 0, 1), Date.UTC(2023, 1, 1)],
        [day(1).getTime(), day(2).getTime()],
      ]);
    });

    it('materializes all online views unless some are named', async () => {
      await store.apply([usage({ name: 'second' }), usage({ name: 'offline', online: false })]);
      const names = async (options?: MaterializeOptions) =>
        (await store.materialize(day(1), day(31), options)).map(({ view }) => view);
      expect(await names()).toEqual(['second', 'usage']);
      expect(await names({ featureViews: ['usage', 'usage'] })).toEqual(['usage']);
      expect(await names({ featureViews: [] })).toEqual([]);
    });

    it('gives a later feature to the rows written from then on only', async () => {
      await store.materialize(day(1), day(10));
      tables.usage = fromRows(USAGE.map((row) => ({ ...row, skips: 7 })));
      await store.apply(usage({ schema: [...SCHEMA, { name: 'skips', dtype: 'int64' }] }));
      store = openStore();
      const ask = async () => {
        const request = { features: ['usage:hours', 'usage:skips'], entityRows: { user_id: [1, 2] } };
        const answer = await store.getOnlineFeatures(request);
        return answer.statuses.map(({ skips }, row) => [skips, answer.toRows()[row]?.skips]);
      };
      expect(await ask()).toEqual([
        ['NOT_FOUND', null],
        ['NOT_FOUND', null],
      ]);
      await store.materialize(day(20), day(20));
      await store.materialize(day(30), day(30));
      expect(await ask()).toEqual([
        ['PRESENT', 7],
        ['NOT_FOUND', null],
      ]);
      await store.materialize(day(10), day(10));
      expect(await ask()).toEqual([
        ['PRESENT', 7],
        ['PRESENT', 7],
      ]);
    });

    it.each<[string, () => Promise<unknown>, object]>([
      [
        'a start after the end',
        () => store.materialize(day(2), day(1)),
        {
          name: 'ValueError',
          message: 'start 2024-01-02T00:00:00.000Z is after end 2024-01-01T00:00:00.000Z',
        },
      ],
      [
        'a date without a time',
        () => store.materialize('2024-01-01', day(2)),
        { name: 'ValueError', message: "'2024-01-01' is a date without a time" },
      ],
      [
        'an unknown view',
        () => store.materialize(day(1), day(2), { featureViews: ['usage', 'usge'] }),
        { name: 'FeatureViewNotFoundException', message: "feature view 'usge' does not exist" },
      ],
      [
        'a cancelled signal',
        () => store.materialize(day(1), day(31), { signal: { aborted: true } }),
        { name: 'AbortError' },
      ],
    ])('refuses %s and changes nothing', async (_what, run, error) => {
      await store.materialize(day(1), day(10));
      await expectRefusal(run, error);
    });

    it('writes all views or none: one that fails undoes the others', async () => {
      const missing = new SnapshotSource({ table: 'nowhere', timestampField: 'as_of' });
      await store.apply(usage({ name: 'wrong', source: missing }));
      await expectRefusal(() => store.materialize(day(1), day(31)), { name: 'KeyError' });
      await expectRefusal(() => store.materializeIncremental(day(31)), { name: 'KeyError' });
    });

    it('refuses a view that is not online', async () => {
      await store.apply(usage({ name: 'offline', online: false }));
      await expectRefusal(() => store.materialize(day(1), day(2), { featureViews: ['offline'] }), {
        name: 'ValueError',
        message: "feature view 'offline' is not online",
      });
    });
  });

  describe('materializeIncremental', () => {
    it('first reaches back by the ttl from the clock, so that older rows are never served', async () => {
      await store.apply([user, usage({ ttl: days(5) })]);
      const [report] = await store.materializeIncremental(day(31));
      expect(report?.interval).toEqual({ start: day(25), end: day(31) });
      expect(await read(1, 2, 3)).toEqual([
        [null, null],
        [null, null],
        [40, 'basic'],
      ]);
    });

    it('first reaches back 52 weeks from the clock where there is no ttl', async () => {
      await store.apply([user, usage()]);
      const [report] = await store.materializeIncremental(day(25));
      expect(report?.interval.start).toEqual(new Date(day(30).getTime() - days(364)));
    });

    it('goes on from the most recent end of all, not from the last', async () => {
      await store.apply([user, usage()]);
      await store.materialize(day(1), day(20));
      await store.materialize(day(1), day(5));
      const [report] = await store.materializeIncremental(day(25));
      expect(report?.interval.start).toEqual(day(20));
    });

    it('skips a row that lands late for ever', async () => {
      await store.apply([user, usage()]);
      await store.materialize(day(1), day(25));
      tables.usage = fromRows([
        ...USAGE,
        { user_id: 9, as_of: day(15), created: day(26), hours: 1, plan: 'late' },
      ]);
      store = openStore();
      await store.materializeIncremental(day(31));
      expect(await read(9, 3)).toEqual([
        [null, null],
        [40, 'basic'],
      ]);
    });

    it('records an inverted interval and writes nothing when the end lies before the last one', async () => {
      await store.apply([user, usage()]);
      await store.materialize(day(1), day(20));
      const [report] = await store.materializeIncremental(day(10));
      expect(report).toMatchObject({ rowsRead: 0, rowsWritten: 0 });
      expect((await store.materializationIntervals('usage')).at(-1)).toEqual([
        day(20).getTime(),
        day(10).getTime(),
      ]);
      expect(await read(1)).toEqual([[21, null]]);
    });
  });

  describe('getOnlineFeatures', () => {
    const ask = (request: Partial<OnlineFeaturesRequest> = {}) =>
      store.getOnlineFeatures({
        features: ['usage:plan', 'usage:hours'],
        entityRows: [{ user_id: 1 }, { user_id: 77 }, { user_id: 1 }, { user_id: 2 }],
        ...request,
      });

    beforeEach(async () => {
      await store.apply([user, usage({ ttl: days(12) })]);
      await store.materialize(day(1), day(31));
    });

    it('answers in the order of the request, repeats included, keys first', async () => {
      const { table, toDict } = await ask();
      expect([...table.columns.keys()]).toEqual(['user_id', 'plan', 'hours']);
      expect(toDict()).toEqual({
        user_id: [1, 77, 1, 2],
        plan: [null, null, null, 'family'],
        hours: [21, null, 21, 30],
      });
    });

    it("knows present and not found only, as Feast's Python SDK: nulls and old values are present", async () => {
      const { statuses, ageMs, eventTimestamps } = await ask();
      expect(statuses.map(({ plan }) => plan)).toEqual(['PRESENT', 'NOT_FOUND', 'PRESENT', 'PRESENT']);
      expect(ageMs.map(({ plan }) => plan)).toEqual([days(10), null, days(10), days(20)]);
      expect(eventTimestamps.map(({ hours: time }) => time)).toEqual([day(20), null, day(20), day(10)]);
    });

    it('tells nulls and values past their ttl apart on request, and still shows the values', async () => {
      const { statuses, toRows } = await ask({ strictTtl: true });
      expect(statuses).toEqual([
        { plan: 'NULL_VALUE', hours: 'PRESENT' },
        { plan: 'NOT_FOUND', hours: 'NOT_FOUND' },
        { plan: 'NULL_VALUE', hours: 'PRESENT' },
        { plan: 'OUTSIDE_MAX_AGE', hours: 'OUTSIDE_MAX_AGE' },
      ]);
      expect(toRows()[3]).toEqual({ user_id: 2, plan: 'family', hours: 30 });
    });

    it('counts ages in whole seconds, strictly past the ttl', async () => {
      const statusAt = async (at: Date) => {
        now = at;
        return (await ask({ strictTtl: true, entityRows: [{ user_id: 2 }] })).statuses[0]?.hours;
      };
      expect(await statusAt(new Date(day(22).getTime() + 999))).toBe('PRESENT');
      expect(await statusAt(new Date(day(22).getTime() + 1000))).toBe('OUTSIDE_MAX_AGE');
    });

    it('adds event times in epoch seconds on request, 0 for keys and misses', async () => {
      const { toDict } = await ask({ entityRows: [{ user_id: 2 }, { user_id: 77 }] });
      expect(toDict({ includeEventTimestamps: true })).toEqual({
        user_id: [2, 77],
        user_id__ts: [0, 0],
        plan: ['family', null],
        plan__ts: [day(10).getTime() / 1000, 0],
        hours: [30, null],
        hours__ts: [day(10).getTime() / 1000, 0],
      });
    });

    it('takes lists per key, the name of the entity, texts for numbers, and ignores what it does not know', async () => {
      const values = async (entityRows: OnlineFeaturesRequest['entityRows']) =>
        (await ask({ entityRows })).toDict();
      const expected = { user_id: [2], plan: ['family'], hours: [30] };
      expect(await values({ user_id: [2] })).toEqual(expected);
      expect(await values({ user: [2] })).toEqual(expected);
      expect(await values([{ user_id: '2', shoe_size: 44 }])).toEqual(expected);
      expect(await values(fromRows([{ user_id: 2 }]))).toEqual(expected);
    });

    it('lets each view miss by itself', async () => {
      await store.apply(usage({ name: 'recent' }));
      await store.materialize(day(25), day(31), { featureViews: ['recent'] });
      const { statuses } = await ask({
        features: ['usage:hours', 'recent:hours'],
        fullFeatureNames: true,
        entityRows: [{ user_id: 1 }],
      });
      expect(statuses).toEqual([{ usage__hours: 'PRESENT', recent__hours: 'NOT_FOUND' }]);
    });

    it('finds nothing in a view that was never materialized', async () => {
      await store.apply(usage({ name: 'new' }));
      expect((await ask({ features: ['new:hours'] })).statuses[0]).toEqual({ hours: 'NOT_FOUND' });
    });

    it('reads a renamed view by other keys from the rows of the view it renames', async () => {
      const friend = usage().withName('friend').withJoinKeyMap({ user_id: 'friend_id' });
      const { toRows } = await ask({
        features: ['usage:hours', friend],
        fullFeatureNames: true,
        entityRows: [{ user_id: 1, friend_id: 2 }],
      });
      expect(toRows()).toEqual([
        { user_id: 1, friend_id: 2, usage__hours: 21, friend__hours: 30, friend__plan: 'family' },
      ]);
    });

    it('sees at once what another store on the same database wrote', async () => {
      expect(await read(3)).toEqual([[40, 'basic']]);
      const other = createFeatureStore({
        database,
        tables: tableReader({
          usage: fromRows([{ user_id: 3, as_of: day(31), created: day(31), hours: 99, plan: 'new' }]),
        }),
        clock: { now: () => now.getTime() },
      });
      await other.materialize(day(31), day(31));
      expect(await read(3)).toEqual([[99, 'new']]);
    });

    it('looks composite keys up as tuples', async () => {
      const pair = new Entity({ name: 'pair', joinKeys: ['x', 'y'] });
      tables.pairs = fromRows([
        { x: 1, y: '23', as_of: day(1), hours: 1 },
        { x: 12, y: '3', as_of: day(1), hours: 2 },
      ]);
      const view = new FeatureView({
        name: 'pairs',
        entities: [pair],
        schema: [{ name: 'hours', dtype: 'int64' }],
        source: new SnapshotSource({ table: 'pairs', timestampField: 'as_of' }),
      });
      await store.apply([pair, view]);
      await store.materialize(day(1), day(31), { featureViews: ['pairs'] });
      const { toRows } = await ask({
        features: ['pairs:hours'],
        entityRows: [
          { x: 12, y: '3' },
          { x: 1, y: '23' },
          { x: 12, y: '23' },
        ],
      });
      expect(toRows().map(({ hours: value }) => value)).toEqual([2, 1, null]);
    });

    it.each<[string, Partial<OnlineFeaturesRequest>, object]>([
      ['no entity row', { entityRows: [] }, { name: 'IndexError', message: 'entityRows is empty' }],
      [
        'rows with different keys',
        { entityRows: [{ user_id: 1 }, { user: 2 }] },
        { name: 'ValueError', hint: 'all entity rows must have the same keys' },
      ],
      [
        'lists of different lengths',
        { entityRows: { user_id: [1, 2], x: [1] } },
        { name: 'ValueError', message: 'entityRows has lists of 2 and 1 values' },
      ],
      [
        'a missing join key',
        { entityRows: [{ userid: 1 }] },
        { name: 'KeyError', message: "entityRows lacks the join key 'user_id'" },
      ],
      [
        'an empty list of keys',
        { entityRows: { user_id: [] } },
        { name: 'KeyError', message: "entityRows lacks the join key 'user_id'" },
      ],
      [
        'a null key',
        { entityRows: [{ user_id: null }] },
        { name: 'TypeError', message: "'user_id' in row 1 is null" },
      ],
      [
        'a key of another type',
        { entityRows: [{ user_id: 'abc' }] },
        { name: 'TypeError', message: "'user_id' in row 1 is 'abc', not int64" },
      ],
      [
        'a fraction for a whole number',
        { entityRows: [{ user_id: 1.5 }] },
        { name: 'TypeError', message: "'user_id' in row 1 is 1.5, not int64" },
      ],
      ['no feature', { features: [] }, { name: 'ValueError', message: 'no features were asked for' }],
      [
        'an unknown view',
        { features: ['x:hours'] },
        { name: 'FeatureViewNotFoundException', message: "feature view 'x' does not exist" },
      ],
      [
        'an unknown feature',
        { features: ['usage:hour'] },
        { name: 'KeyError', hint: "did you mean 'hours'?" },
      ],
      [
        'two features of one name',
        { features: ['usage:hours', 'usage:hours'] },
        { name: 'FeatureNameCollisionError', message: 'duplicate features named hours' },
      ],
    ])('refuses %s', async (_what, request, error) => {
      await expectRefusal(() => ask(request), error);
    });

    it('fails on a view without an online table as the database would', async () => {
      await store.apply(usage({ name: 'offline', online: false }));
      await expectRefusal(() => ask({ features: ['offline:hours'] }), {
        name: 'OperationalError',
        message: "no such table: feature view 'offline' has no online rows",
      });
    });
  });

  it('joins from the views that were applied', async () => {
    await store.apply([user, usage({ ttl: hours(24) })]);
    const { table } = await store.getHistoricalFeatures({
      entityDf: fromRows([{ user_id: 1, event_timestamp: day(21) }]),
      features: ['usage:hours'],
    });
    expect(table.columns.get('hours')?.values).toEqual(Float64Array.of(21));
  });
}
