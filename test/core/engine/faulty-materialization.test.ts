import { beforeEach, expect, test } from 'vitest';
import {
  createFaultyMaterialization,
  type Materialization,
} from '../../../src/core/engine/faulty-materialization.ts';
import { type FeatureCollections, featureKeyPaths } from '../../../src/core/features/collections.ts';
import { createFaults, type Faults } from '../../../src/core/serving/faults.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { tableReader } from '../features/feature-tables.ts';
import { day, openStoreLab, type StoreLab, usage, user } from '../features/store-lab.ts';

let lab: StoreLab;
let faults: Faults;
let materialization: Materialization;

beforeEach(async () => {
  lab = await openStoreLab(async () => createMemoryDatabase<FeatureCollections>(featureKeyPaths));
  faults = createFaults();
  const { database, tables } = lab;
  const clock = { now: () => day(30).getTime() };
  materialization = createFaultyMaterialization({ database, tables: tableReader(tables), clock }, faults);
  await lab.store.apply([user, usage(), usage({ name: 'second' })]);
});

test('a skipped view is left as it is and records no interval, the others are materialized', async () => {
  faults.inject({ kind: 'skip-materialization', view: 'usage' });
  expect(await materialization.materialize(day(1), day(20))).toMatchObject([
    { view: 'second', rowsWritten: 2 },
    { view: 'usage', rowsRead: 0, rowsWritten: 0, interval: { start: day(1), end: day(20) } },
  ]);
  expect(await lab.read(1)).toEqual([[null, null]]);
  expect(await lab.store.materializationIntervals('usage')).toEqual([]);
});

test('rows of a late view stay out, and an incremental run does not come back for them', async () => {
  faults.inject({ kind: 'late-data', view: 'usage', days: 5 });
  await materialization.materialize(day(1), day(22));
  expect(await lab.read(1)).toEqual([[10, 'basic']]);
  faults.clear();
  await materialization.materializeIncremental(day(31));
  expect(await lab.read(1, 3)).toEqual([
    [10, 'basic'],
    [40, 'basic'],
  ]);
});

test('rows that are later than the window is long are no mistake in its ends', async () => {
  faults.inject({ kind: 'late-data', view: 'usage', days: 90 });
  const [report] = await materialization.materialize(day(1), day(22), { featureViews: ['usage'] });
  expect(report).toMatchObject({ rowsRead: 0, interval: { start: day(1), end: day(22) } });
});

test('what is refused leaves the online store as it was, with faults in force too', async () => {
  faults.inject({ kind: 'skip-materialization', view: 'second' });
  await lab.expectRefusal(
    () => materialization.materialize(day(1), day(20), { featureViews: ['usage', 'nope'] }),
    { name: 'FeatureViewNotFoundException' },
  );
  await lab.expectRefusal(() => materialization.materialize(day(2), day(1), { featureViews: ['second'] }), {
    name: 'ValueError',
  });
});
