import { expect } from 'vitest';
import type { Database } from '../../../src/core/database.ts';
import type { FeatureCollections } from '../../../src/core/features/collections.ts';
import { Entity } from '../../../src/core/features/entity.ts';
import { FeatureView, type FeatureViewOptions } from '../../../src/core/features/feature-view.ts';
import type { FieldDefinition } from '../../../src/core/features/field.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { createFeatureStore, type FeatureStore } from '../../../src/core/features/store.ts';
import { fromRows, type Row } from '../../../src/core/table/from-rows.ts';
import type { Table } from '../../../src/core/table/table.ts';
import { tableReader } from './feature-tables.ts';

export const user = new Entity({ name: 'user', joinKeys: ['user_id'], description: 'who watches' });
export const SCHEMA: readonly FieldDefinition[] = [
  { name: 'user_id', dtype: 'int64' },
  { name: 'hours', dtype: 'int64' },
  { name: 'plan', dtype: 'string' },
];

/** Rows in no order of time: of user 1 the newest lies in the middle. */
export const USAGE: readonly Row[] = [
  { user_id: 1, as_of: day(10), created: day(11), hours: 10, plan: 'basic' },
  { user_id: 1, as_of: day(20), created: day(22), hours: 21, plan: null },
  { user_id: 1, as_of: day(20), created: day(21), hours: 20, plan: 'basic' },
  { user_id: 2, as_of: day(10), created: day(11), hours: 30, plan: 'family' },
  { user_id: 3, as_of: day(30), created: day(31), hours: 40, plan: 'basic' },
  { user_id: null, as_of: day(10), created: day(11), hours: 50, plan: 'basic' },
];

export function day(n: number): Date {
  return new Date(Date.UTC(2024, 0, n));
}

export function usage(options: Partial<FeatureViewOptions> = {}): FeatureView {
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

/** Opens an empty database of the kind under test. */
export type OpenDatabase = () => Promise<Database<FeatureCollections>>;

/** A feature store with the usage table on an empty database; the clock stands at day 30. */
export interface StoreLab {
  readonly database: Database<FeatureCollections>;
  readonly tables: Record<string, Table>;
  store: FeatureStore;
  now: Date;
  /** Another store over the same database and tables, as after a reload. */
  reopen(): FeatureStore;
  /** Hours and plan of some users, online. */
  read(...ids: number[]): Promise<readonly unknown[]>;
  /** That a call fails with this error and a hint, and leaves the database as it was. */
  expectRefusal(run: () => Promise<unknown>, error: object): Promise<void>;
}

export async function openStoreLab(open: OpenDatabase): Promise<StoreLab> {
  const database = await open();
  const tables: Record<string, Table> = { usage: fromRows(USAGE) };
  const openStore = (): FeatureStore =>
    createFeatureStore({ database, tables: tableReader(tables), clock: { now: () => lab.now.getTime() } });
  const dump = (): Promise<unknown> =>
    database.read(['entities', 'featureViews', 'onlineTables'], async (transaction) => [
      await transaction.getAll('entities'),
      await transaction.getAll('featureViews'),
      (await transaction.getAll('onlineTables')).map(({ view, table }) => [view, [...new Uint8Array(table)]]),
    ]);
  const lab: StoreLab = {
    database,
    tables,
    store: openStore(),
    now: day(30),
    reopen: () => {
      lab.store = openStore();
      return lab.store;
    },
    read: async (...ids) => {
      const rows = await lab.store.getOnlineFeatures({
        features: ['usage:hours', 'usage:plan'],
        entityRows: ids.map((user_id) => ({ user_id })),
      });
      return rows.toRows().map(({ hours, plan }) => [hours, plan]);
    },
    expectRefusal: async (run, error) => {
      const before = await dump();
      await expect(run()).rejects.toThrow(
        expect.objectContaining({ hint: expect.stringMatching(/.+/), ...error }),
      );
      expect(await dump()).toEqual(before);
    },
  };
  return lab;
}
