import { describe, expect, it } from 'vitest';
import { days } from '../../../src/core/features/durations.ts';
import { Entity } from '../../../src/core/features/entity.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { day, joinUsage, usageView } from './usage-join.ts';

describe('what real stores do', () => {
  const early = { user_id: 'c', event_timestamp: day(60), order: 1 };
  const twice = [
    { user_id: 'a', event_timestamp: day(60), order: 2 },
    { user_id: 'a', event_timestamp: day(60), order: 3 },
  ];

  it('the local store loses rows without anything in time and collapses equal ones, and the mode says which', async () => {
    const { table, warnings, entityRows } = await joinUsage([early, ...twice], { as: 'local-store' });
    expect(toRows(table)).toEqual([{ ...twice[1], hours: 12 }]);
    expect([...entityRows]).toEqual([2]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'row-lost', value: [1] }));
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'row-collapsed', value: [2] }));
  });

  it('the local store keeps a column of the entity table and adds two underscores to the feature', async () => {
    const { table } = await joinUsage([{ user_id: 'a', event_timestamp: day(60), hours: 5 }], {
      as: 'local-store',
    });
    expect(toRows(table)[0]).toMatchObject({ hours: 5, hours__: 12 });
  });

  it('a SQL store returns every tied row', async () => {
    const source = new SnapshotSource({ table: 'usage', timestampField: 'as_of' });
    const { table, warnings, lineage } = await joinUsage(
      [early, twice[0]!],
      { as: 'sql-store' },
      { views: [usageView({ source })] },
    );
    expect(toRows(table).map(({ order, hours: value }) => [order, value])).toEqual([
      [1, null],
      [2, 11],
      [2, 12],
    ]);
    expect(lineage(1)[0]).toMatchObject({ rowIndex: 1, reason: 'matched' });
    expect(warnings).toEqual([expect.objectContaining({ code: 'row-multiplied', value: [2] })]);
  });

  it('a SQL store mixes up composite keys that read the same', async () => {
    const pair = new Entity({ name: 'pair', joinKeys: ['x', 'y'] });
    const views = [
      usageView({
        entities: [pair],
        schema: [{ name: 'hours', dtype: 'int64' }],
        source: new SnapshotSource({ table: 'pairs', timestampField: 'as_of' }),
      }),
    ];
    const tables = {
      pairs: fromRows([
        { x: 1, y: 23, as_of: day(1), hours: 1 },
        { x: 12, y: 3, as_of: day(1), hours: 2 },
      ]),
    };
    const entities = [
      { x: 1, y: 23, event_timestamp: day(2) },
      { x: 12, y: 3, event_timestamp: day(2) },
    ];
    const mixed = await joinUsage(entities, { as: 'sql-store' }, { views, tables });
    expect(toRows(mixed.table).map(({ hours: value }) => value)).toEqual([1, 2, 1, 2]);
    expect(mixed.warnings).toEqual([expect.objectContaining({ code: 'key-text-clash', value: [1, 2] })]);
    const apart = await joinUsage(entities, {}, { views, tables });
    expect(toRows(apart.table).map(({ hours: value }) => value)).toEqual([1, 2]);
  });

  it('a SQL store takes a ttl below a second for no limit', async () => {
    const context = { views: [usageView({ ttl: 500 })] };
    const lab = await joinUsage([twice[0]!], {}, context);
    const sql = await joinUsage([twice[0]!], { as: 'sql-store' }, context);
    expect([lab, sql].map(({ table }) => toRows(table)[0]?.hours)).toEqual([null, 12]);
  });

  it('the naive join takes the latest row whatever the instant, and tells which rows saw their future', async () => {
    const { table, warnings, lineage } = await joinUsage(
      [early, { user_id: 'b', event_timestamp: day(60), order: 4 }],
      {
        as: 'naive',
      },
    );
    expect(toRows(table).map(({ hours: value }) => value)).toEqual([30, null]);
    expect(warnings).toEqual([expect.objectContaining({ code: 'value-from-the-future', value: [1] })]);
    expect(lineage(0)[0]).toMatchObject({ rowIndex: 4, ageMs: -days(10) });
  });
});
