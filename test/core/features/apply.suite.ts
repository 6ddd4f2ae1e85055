import { beforeEach, describe, expect, it } from 'vitest';
import { days, hours } from '../../../src/core/features/durations.ts';
import { Entity } from '../../../src/core/features/entity.ts';
import type { FeatureObject } from '../../../src/core/features/feature-registry.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { day, type OpenDatabase, openStoreLab, SCHEMA, type StoreLab, usage, user } from './store-lab.ts';

/** What `apply` keeps and refuses. */
export function describeApply(open: OpenDatabase): void {
  let lab: StoreLab;

  beforeEach(async () => {
    lab = await openStoreLab(open);
  });

  describe('apply', () => {
    it('keeps entities and views, listed by name', async () => {
      await lab.store.apply([user, usage({ name: 'b' }), usage({ name: 'a', ttl: days(7) })]);
      const views = await lab.reopen().listFeatureViews();
      expect(views.map(({ name, ttl }) => [name, ttl])).toEqual([
        ['a', days(7)],
        ['b', 0],
      ]);
      expect((await lab.store.getFeatureView('a')).toDefinition()).toEqual(
        usage({ name: 'a', ttl: days(7) }).toDefinition(),
      );
      expect(await lab.store.listEntities()).toEqual([user.toDefinition()]);
    });

    it('takes a single object, and a source beside its views', async () => {
      await lab.store.apply(user);
      await lab.store.apply([usage(), new SnapshotSource({ table: 'usage', timestampField: 'as_of' })]);
      expect((await lab.store.listFeatureViews()).map(({ name }) => name)).toEqual(['usage']);
    });

    it('keeps intervals and online rows when a view is applied again', async () => {
      await lab.store.apply([user, usage({ ttl: days(5) })]);
      await lab.store.materialize(day(1), day(31));
      await lab.store.apply([usage({ ttl: 0 })]);
      expect(await lab.store.materializationIntervals('usage')).toHaveLength(1);
      expect(await lab.read(2)).toEqual([[30, 'family']]);
    });

    it('drops the online rows of a view whose keys changed', async () => {
      await lab.store.apply([user, usage()]);
      await lab.store.materialize(day(1), day(31));
      const account = new Entity({ name: 'account', joinKeys: ['user_id', 'hours'] });
      const schema = SCHEMA.filter(({ name }) => name !== 'hours');
      await lab.store.apply([account, usage({ entities: [account], schema })]);
      const { statuses } = await lab.store.getOnlineFeatures({
        features: ['usage:plan'],
        entityRows: [{ user_id: 2, hours: 30 }],
      });
      expect(statuses).toEqual([{ plan: 'NOT_FOUND' }]);
    });

    it('makes a renamed view one of its own', async () => {
      await lab.store.apply([user, usage().withName('watching')]);
      await lab.store.materialize(day(1), day(31));
      expect((await lab.store.listFeatureViews()).map(({ name }) => name)).toEqual(['watching']);
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
      await lab.expectRefusal(() => lab.store.apply(objects as FeatureObject[]), error);
    });

    it('refuses an unknown view by its name', async () => {
      await lab.store.apply([user, usage()]);
      await lab.expectRefusal(() => lab.store.getFeatureView('usge'), {
        name: 'FeatureViewNotFoundException',
        hint: "did you mean 'usage'?",
      });
    });
  });

  it('joins from the views that were applied', async () => {
    await lab.store.apply([user, usage({ ttl: hours(24) })]);
    const { table } = await lab.store.getHistoricalFeatures({
      entityDf: fromRows([{ user_id: 1, event_timestamp: day(21) }]),
      features: ['usage:hours'],
    });
    expect(table.columns.get('hours')?.values).toEqual(Float64Array.of(21));
  });
}
