import type { Database } from '../../../src/core/database.ts';
import type { LabCollections } from '../../../src/core/engine/collections.ts';
import { type HeadlessLab, openHeadlessLab } from '../../../src/headless/open-lab.ts';

export const DAY_MS = 86_400_000;

/** Midnight UTC of a day of 2024. */
export function day(month: number, dayOfMonth: number): number {
  return Date.UTC(2024, month - 1, dayOfMonth);
}

/**
 * Two months of three customers in two views with a ttl of 45 days: `ann` is whole, `bob` has a null plan, `cid` left
 * after January. The clock shows 1 March.
 */
export async function openSmallLab(database?: Database<LabCollections>): Promise<HeadlessLab> {
  const lab = await openHeadlessLab(database);
  const { api } = lab;
  await api.data.importTable(
    'usage',
    [
      { user_id: 'ann', as_of: new Date(day(1, 31)), hours: 10.5 },
      { user_id: 'bob', as_of: new Date(day(1, 31)), hours: 20.5 },
      { user_id: 'cid', as_of: new Date(day(1, 1)), hours: 30.5 },
      { user_id: 'ann', as_of: new Date(day(2, 29)), hours: 11.5 },
      { user_id: 'bob', as_of: new Date(day(2, 29)), hours: 21.5 },
    ],
    { timestampField: 'as_of' },
  );
  await api.data.importTable(
    'plans',
    [
      { user_id: 'ann', as_of: new Date(day(2, 29)), plan: 'family' },
      { user_id: 'bob', as_of: new Date(day(2, 29)), plan: null },
      { user_id: 'cid', as_of: new Date(day(1, 1)), plan: 'basic' },
    ],
    { timestampField: 'as_of' },
  );
  const user = new api.Entity({ name: 'user', joinKeys: ['user_id'] });
  const view = (table: string, field: string, dtype: 'float64' | 'string') =>
    new api.FeatureView({
      name: `${table}_fv`,
      entities: [user],
      ttl: api.days(45),
      schema: [new api.Field({ name: field, dtype })],
      source: new api.SnapshotSource({ table, timestampField: 'as_of' }),
    });
  await api.store.apply([user, view('plans', 'plan', 'string'), view('usage', 'hours', 'float64')]);
  await api.clock.set(new Date(day(3, 1)));
  return lab;
}
