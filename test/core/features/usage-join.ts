import { Entity } from '../../../src/core/features/entity.ts';
import { FeatureView, type FeatureViewOptions } from '../../../src/core/features/feature-view.ts';
import {
  getHistoricalFeatures,
  type HistoricalFeatures,
  type HistoricalFeaturesRequest,
} from '../../../src/core/features/historical-features.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { fromRows, type Row } from '../../../src/core/table/from-rows.ts';
import type { Table } from '../../../src/core/table/table.ts';
import { tableReader } from './feature-tables.ts';

export const user = new Entity({ name: 'user', joinKeys: ['user_id'] });

/** Midnight of the n-th day of 2024. */
export function day(n: number): Date {
  return new Date(Date.UTC(2024, 0, n));
}

/** A view of hours watched, keyed by user, without a ttl. */
export function usageView(options: Partial<FeatureViewOptions> = {}): FeatureView {
  return new FeatureView({
    name: 'usage',
    entities: [user],
    schema: [
      { name: 'user_id', dtype: 'string' },
      { name: 'hours', dtype: 'int64' },
    ],
    source: new SnapshotSource({
      table: 'usage',
      timestampField: 'as_of',
      createdTimestampColumn: 'created',
    }),
    ...options,
  });
}

export const USAGE: readonly Row[] = [
  { user_id: 'a', as_of: day(1), created: day(2), hours: 10 },
  { user_id: 'a', as_of: day(31), created: day(32), hours: 11 },
  { user_id: 'a', as_of: day(31), created: day(40), hours: 12 },
  { user_id: 'b', as_of: day(31), created: day(32), hours: null },
  { user_id: 'c', as_of: day(70), created: day(71), hours: 30 },
];

/** What was applied and what the tables hold; by default the usage view and its rows. */
export interface Setting {
  readonly views?: readonly FeatureView[];
  readonly tables?: Readonly<Record<string, Table>>;
}

export function setting({ views = [usageView()], tables = { usage: fromRows(USAGE) } }: Setting = {}) {
  return {
    views: new Map(views.map((each) => [each.name, each.toDefinition()])),
    tables: tableReader(tables),
  };
}

/** Joins the hours watched to some entity rows, or whatever `request` asks for. */
export function joinUsage(
  entities: readonly Row[] | Table,
  request: Partial<HistoricalFeaturesRequest> = {},
  context: Setting = {},
): Promise<HistoricalFeatures> {
  const entityDf = Array.isArray(entities) ? fromRows(entities) : (entities as Table);
  return getHistoricalFeatures(setting(context), { entityDf, features: ['usage:hours'], ...request });
}
