import type { Collections, Database } from '../../../src/core/database.ts';
import { type KeptClock, openClock } from '../../../src/core/engine/clock-setting.ts';
import type { LabCollections } from '../../../src/core/engine/collections.ts';
import { SNAPSHOT_COLLECTIONS } from '../../../src/core/snapshots/collections.ts';
import { SnapshotStore } from '../../../src/core/snapshots/snapshot-store.ts';
import { type ByteSource, bytesSource } from '../../../src/core/table/byte-source.ts';
import { createFailingDatabase, type FailingDatabase } from '../../storage/failing-database.ts';

export type CreateDatabase = () => Promise<Database<LabCollections>>;

/** The day on which the tests' imports happen, unless they move the clock. */
export const IMPORT_DAY = Date.UTC(2024, 1, 1, 6);

export interface World {
  /** On a disk that can be made to run full. */
  readonly database: FailingDatabase<LabCollections>;
  readonly store: SnapshotStore;
  readonly time: KeptClock;
}

/** A store over an empty database, with a clock that stands still. */
export async function createWorld(create: CreateDatabase): Promise<World> {
  const database = createFailingDatabase(await create());
  const time = await openClock(database);
  await time.set(IMPORT_DAY);
  return { database, time, store: openStore(database, time) };
}

/** A store over a database that may hold something already. */
export function openStore(
  database: Database<LabCollections>,
  { clock, writeWithClock }: KeptClock,
): SnapshotStore {
  return new SnapshotStore({ database, clock, writeWithClock });
}

/** Everything that is stored, the clock too, to compare before and after. */
export async function dump(database: Database<LabCollections>): Promise<Collections> {
  return database.read([...SNAPSHOT_COLLECTIONS, 'settings'], async (transaction) => ({
    tables: await transaction.getAll('tables'),
    snapshots: await transaction.getAll('snapshots'),
    payloads: (await transaction.getAll('snapshotPayloads')).map((payload) => ({
      ...payload,
      packed: [...new Uint8Array(payload.packed)],
    })),
    settings: await transaction.getAll('settings'),
  }));
}

/** A month of three customers, in the course's format. */
export const MONTH: Readonly<Record<string, string>> = {
  'users.csv': `user_id,signup_date,user_gender,user_is_senior,has_family,has_dependents
a,2022-02-05,Female,False,True,False
b,2022-01-03,Male,False,False,False
c,2021-12-01,Male,True,False,True
`,
  'subscriptions.csv': `user_id,months_active,plan_stream_tv,plan_stream_movies,contract_type,paperless_billing,monthly_fee,total_paid,net_service
a,24,False,False,Month-to-month,True,29.85,716.4,DSL
b,25,True,False,One year,False,56.95,1423.75,Fiber optic
c,26,,,Two year,True,20.0,520.0,No
`,
  'usage_agg_30d.csv': `user_id,watch_hours_30d,avg_session_mins_7d,unique_devices_30d,skips_7d,rebuffer_events_7d
a,24.483650766787413,29.1,3,4,1
b,30.0,29.1,1,6,4
c,26.7,29.1,2,3,5
`,
  'payments_agg_90d.csv': 'user_id,failed_payments_90d\na,1\nb,0\nc,1\n',
  'support_agg_90d.csv':
    'user_id,support_tickets_90d,ticket_avg_resolution_hrs_90d\na,0,16.0\nb,0,8.6\nc,2,13.0\n',
  'labels.csv': 'user_id,churn_label\na,False\nb,False\nc,True\n',
};

/** The files of `MONTH`, some changed (a function of the text), some left out (null). */
export function monthFiles(
  changes: Readonly<Record<string, ((text: string) => string) | null>> = {},
): ByteSource[] {
  return Object.entries(MONTH).flatMap(([name, text]) => {
    const change = changes[name];
    if (change === null) return [];
    return [textSource(`month_000/${name}`, change === undefined ? text : change(text))];
  });
}

export function textSource(name: string, text: string): ByteSource {
  return bytesSource(name, new TextEncoder().encode(text));
}

export const TABLE_NAMES = [
  'labels',
  'payments_agg_90d',
  'subscriptions',
  'support_agg_90d',
  'usage_agg_30d',
  'users',
];
