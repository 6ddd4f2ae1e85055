import { beforeEach, describe, expect, it } from 'vitest';
import { days } from '../../../src/core/features/durations.ts';
import { Entity } from '../../../src/core/features/entity.ts';
import { FeatureView } from '../../../src/core/features/feature-view.ts';
import type { OnlineFeaturesRequest } from '../../../src/core/features/online-features.ts';
import { EVENT_TIME } from '../../../src/core/features/online-table.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { createFeatureStore } from '../../../src/core/features/store.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { tableReader } from './feature-tables.ts';
import { day, type OpenDatabase, openStoreLab, type StoreLab, usage, user } from './store-lab.ts';

/** What an online read answers and refuses. */
export function describeOnlineFeatures(open: OpenDatabase): void {
  let lab: StoreLab;

  beforeEach(async () => {
    lab = await openStoreLab(open);
  });

  describe('getOnlineFeatures', () => {
    const ask = (request: Partial<OnlineFeaturesRequest> = {}) =>
      lab.store.getOnlineFeatures({
        features: ['usage:plan', 'usage:hours'],
        entityRows: [{ user_id: 1 }, { user_id: 77 }, { user_id: 1 }, { user_id: 2 }],
        ...request,
      });

    beforeEach(async () => {
      await lab.store.apply([user, usage({ ttl: days(12) })]);
      await lab.store.materialize(day(1), day(31));
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

    it('lists the rows it reads from, with their event times, and nothing before the first', async () => {
      const table = await lab.store.onlineTable('usage');
      expect(toRows(table!).map((row) => [row.user_id, row[EVENT_TIME]])).toEqual([
        [1, day(20)],
        [2, day(10)],
        [3, day(30)],
      ]);
      await lab.store.apply(usage({ name: 'later' }));
      expect(await lab.store.onlineTable('later')).toBeNull();
      await expect(lab.store.onlineTable('usag')).rejects.toThrow('usag');
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
        lab.now = at;
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
      await lab.store.apply(usage({ name: 'recent' }));
      await lab.store.materialize(day(25), day(31), { featureViews: ['recent'] });
      const { statuses } = await ask({
        features: ['usage:hours', 'recent:hours'],
        fullFeatureNames: true,
        entityRows: [{ user_id: 1 }],
      });
      expect(statuses).toEqual([{ usage__hours: 'PRESENT', recent__hours: 'NOT_FOUND' }]);
    });

    it('finds nothing in a view that was never materialized', async () => {
      await lab.store.apply(usage({ name: 'new' }));
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
      expect(await lab.read(3)).toEqual([[40, 'basic']]);
      const other = createFeatureStore({
        database: lab.database,
        tables: tableReader({
          usage: fromRows([{ user_id: 3, as_of: day(31), created: day(31), hours: 99, plan: 'new' }]),
        }),
        clock: { now: () => lab.now.getTime() },
      });
      await other.materialize(day(31), day(31));
      expect(await lab.read(3)).toEqual([[99, 'new']]);
    });

    it('looks composite keys up as tuples', async () => {
      const pair = new Entity({ name: 'pair', joinKeys: ['x', 'y'] });
      lab.tables.pairs = fromRows([
        { x: 1, y: '23', as_of: day(1), hours: 1 },
        { x: 12, y: '3', as_of: day(1), hours: 2 },
      ]);
      const view = new FeatureView({
        name: 'pairs',
        entities: [pair],
        schema: [{ name: 'hours', dtype: 'int64' }],
        source: new SnapshotSource({ table: 'pairs', timestampField: 'as_of' }),
      });
      await lab.store.apply([pair, view]);
      await lab.store.materialize(day(1), day(31), { featureViews: ['pairs'] });
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
      [
        'a single row outside a list',
        { entityRows: { user_id: 1 } as never },
        { name: 'TypeError', message: "entityRows holds 1 under 'user_id'" },
      ],
      [
        'a row that is no object',
        { entityRows: 1 as never },
        { name: 'TypeError', message: 'entityRows is 1' },
      ],
      [
        'a reference outside a list',
        { features: 'usage:hours' as never },
        { name: 'TypeError', message: "features is 'usage:hours'" },
      ],
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
      await lab.expectRefusal(() => ask(request), error);
    });

    it('fails on a view without an online table as the database would', async () => {
      await lab.store.apply(usage({ name: 'offline', online: false }));
      await lab.expectRefusal(() => ask({ features: ['offline:hours'] }), {
        name: 'OperationalError',
        message: "no such table: feature view 'offline' has no online rows",
      });
    });
  });
}
