import { beforeEach, describe, expect, it } from 'vitest';
import { days } from '../../../src/core/features/durations.ts';
import type { MaterializeOptions } from '../../../src/core/features/materialize.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import {
  day,
  type OpenDatabase,
  openStoreLab,
  SCHEMA,
  type StoreLab,
  USAGE,
  usage,
  user,
} from './store-lab.ts';

/** What a materialization writes, records and refuses. */
export function describeMaterialize(open: OpenDatabase): void {
  let lab: StoreLab;

  beforeEach(async () => {
    lab = await openStoreLab(open);
  });

  describe('materialize', () => {
    beforeEach(() => lab.store.apply([user, usage({ ttl: days(5) })]));

    it('writes per entity the latest row of the window, both ends inclusive, whatever the ttl', async () => {
      const report = await lab.store.materialize(day(10), day(20));
      expect(report).toEqual([
        {
          view: 'usage',
          rowsRead: 5,
          rowsWritten: 2,
          interval: { start: day(10), end: day(20) },
        },
      ]);
      expect(await lab.read(1, 2, 3)).toEqual([
        [21, null],
        [30, 'family'],
        [null, null],
      ]);
    });

    it('leaves out rows before and after the window', async () => {
      const [report] = await lab.store.materialize(
        new Date(day(10).getTime() + 1),
        new Date(day(20).getTime() - 1),
      );
      expect(report).toMatchObject({ rowsRead: 0, rowsWritten: 0 });
    });

    it('overwrites newer values when an older window is materialized afterwards', async () => {
      await lab.store.materialize(day(10), day(20));
      await lab.store.materialize(day(1), day(10));
      expect(await lab.read(1)).toEqual([[10, 'basic']]);
    });

    it('leaves entities alone that the window does not hold, and never deletes', async () => {
      await lab.store.materialize(day(1), day(10));
      await lab.store.materialize(day(25), day(31));
      expect(await lab.read(1, 2, 3)).toEqual([
        [10, 'basic'],
        [30, 'family'],
        [40, 'basic'],
      ]);
    });

    it('records every window, also one without rows', async () => {
      await lab.store.materialize('2023-01-01T00:00:00', '2023-02-01T00:00:00Z');
      await lab.store.materialize(day(1), day(2));
      expect(await lab.store.materializationIntervals('usage')).toEqual([
        [Date.UTC(2023, 0, 1), Date.UTC(2023, 1, 1)],
        [day(1).getTime(), day(2).getTime()],
      ]);
    });

    it('materializes all online views unless some are named', async () => {
      await lab.store.apply([usage({ name: 'second' }), usage({ name: 'offline', online: false })]);
      const names = async (options?: MaterializeOptions) =>
        (await lab.store.materialize(day(1), day(31), options)).map(({ view }) => view);
      expect(await names()).toEqual(['second', 'usage']);
      expect(await names({ featureViews: ['usage', 'usage'] })).toEqual(['usage']);
      expect(await names({ featureViews: [] })).toEqual([]);
    });

    it('gives a later feature to the rows written from then on only', async () => {
      await lab.store.materialize(day(1), day(10));
      lab.tables.usage = fromRows(USAGE.map((row) => ({ ...row, skips: 7 })));
      await lab.store.apply(usage({ schema: [...SCHEMA, { name: 'skips', dtype: 'int64' }] }));
      lab.reopen();
      const ask = async () => {
        const request = { features: ['usage:hours', 'usage:skips'], entityRows: { user_id: [1, 2] } };
        const answer = await lab.store.getOnlineFeatures(request);
        return answer.statuses.map(({ skips }, row) => [skips, answer.toRows()[row]?.skips]);
      };
      expect(await ask()).toEqual([
        ['NOT_FOUND', null],
        ['NOT_FOUND', null],
      ]);
      await lab.store.materialize(day(20), day(20));
      await lab.store.materialize(day(30), day(30));
      expect(await ask()).toEqual([
        ['PRESENT', 7],
        ['NOT_FOUND', null],
      ]);
      await lab.store.materialize(day(10), day(10));
      expect(await ask()).toEqual([
        ['PRESENT', 7],
        ['PRESENT', 7],
      ]);
    });

    it.each<[string, () => Promise<unknown>, object]>([
      [
        'a start after the end',
        () => lab.store.materialize(day(2), day(1)),
        {
          name: 'ValueError',
          message: 'start 2024-01-02T00:00:00.000Z is after end 2024-01-01T00:00:00.000Z',
        },
      ],
      [
        'a date without a time',
        () => lab.store.materialize('2024-01-01', day(2)),
        { name: 'ValueError', message: "'2024-01-01' is a date without a time" },
      ],
      [
        'an unknown view',
        () => lab.store.materialize(day(1), day(2), { featureViews: ['usage', 'usge'] }),
        { name: 'FeatureViewNotFoundException', message: "feature view 'usge' does not exist" },
      ],
      [
        'a name outside a list',
        () => lab.store.materialize(day(1), day(2), { featureViews: 'usage' as never }),
        { name: 'TypeError', message: "featureViews is 'usage'" },
      ],
      [
        'a view where its name belongs',
        () => lab.store.materialize(day(1), day(2), { featureViews: [{ name: 'usage' }] as never }),
        { name: 'TypeError', message: 'featureViews lists {"name":"usage"}' },
      ],
      [
        'no end',
        () => lab.store.materialize(day(1), undefined as never),
        { name: 'TypeError', message: 'end is undefined' },
      ],
      [
        'a cancelled signal',
        () => lab.store.materialize(day(1), day(31), { signal: { aborted: true } }),
        { name: 'AbortError' },
      ],
    ])('refuses %s and changes nothing', async (_what, run, error) => {
      await lab.store.materialize(day(1), day(10));
      await lab.expectRefusal(run, error);
    });

    it('writes all views or none: one that fails undoes the others', async () => {
      const missing = new SnapshotSource({ table: 'nowhere', timestampField: 'as_of' });
      await lab.store.apply(usage({ name: 'wrong', source: missing }));
      await lab.expectRefusal(() => lab.store.materialize(day(1), day(31)), { name: 'KeyError' });
      await lab.expectRefusal(() => lab.store.materializeIncremental(day(31)), { name: 'KeyError' });
    });

    it('tells how far it is, table by table up to the end', async () => {
      const seen: unknown[] = [];
      const onProgress: MaterializeOptions['onProgress'] = ({ done, total }) => seen.push([done, total]);
      await lab.store.materialize(day(1), day(31), { onProgress });
      expect(seen).toEqual([
        [0, 1],
        [1, 1],
      ]);
    });

    it('refuses a view that is not online', async () => {
      await lab.store.apply(usage({ name: 'offline', online: false }));
      await lab.expectRefusal(() => lab.store.materialize(day(1), day(2), { featureViews: ['offline'] }), {
        name: 'ValueError',
        message: "feature view 'offline' is not online",
      });
    });
  });

  describe('materializeIncremental', () => {
    it('first reaches back by the ttl from the clock, so that older rows are never served', async () => {
      await lab.store.apply([user, usage({ ttl: days(5) })]);
      const [report] = await lab.store.materializeIncremental(day(31));
      expect(report?.interval).toEqual({ start: day(25), end: day(31) });
      expect(await lab.read(1, 2, 3)).toEqual([
        [null, null],
        [null, null],
        [40, 'basic'],
      ]);
    });

    it('first reaches back 52 weeks from the clock where there is no ttl', async () => {
      await lab.store.apply([user, usage()]);
      const [report] = await lab.store.materializeIncremental(day(25));
      expect(report?.interval.start).toEqual(new Date(day(30).getTime() - days(364)));
    });

    it('goes on from the most recent end of all, not from the last', async () => {
      await lab.store.apply([user, usage()]);
      await lab.store.materialize(day(1), day(20));
      await lab.store.materialize(day(1), day(5));
      const [report] = await lab.store.materializeIncremental(day(25));
      expect(report?.interval.start).toEqual(day(20));
    });

    it('skips a row that lands late for ever', async () => {
      await lab.store.apply([user, usage()]);
      await lab.store.materialize(day(1), day(25));
      lab.tables.usage = fromRows([
        ...USAGE,
        { user_id: 9, as_of: day(15), created: day(26), hours: 1, plan: 'late' },
      ]);
      lab.reopen();
      await lab.store.materializeIncremental(day(31));
      expect(await lab.read(9, 3)).toEqual([
        [null, null],
        [40, 'basic'],
      ]);
    });

    it('records an inverted interval and writes nothing when the end lies before the last one', async () => {
      await lab.store.apply([user, usage()]);
      await lab.store.materialize(day(1), day(20));
      const [report] = await lab.store.materializeIncremental(day(10));
      expect(report).toMatchObject({ rowsRead: 0, rowsWritten: 0 });
      expect((await lab.store.materializationIntervals('usage')).at(-1)).toEqual([
        day(20).getTime(),
        day(10).getTime(),
      ]);
      expect(await lab.read(1)).toEqual([[21, null]]);
    });
  });
}
