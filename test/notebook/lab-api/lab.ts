import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { createEngine, type Engine } from '../../../src/core/engine/create-engine.ts';
import { createSeededIds } from '../../../src/core/tracking/id-source.ts';
import { inThreadExecutor } from '../../../src/core/training/forest/forest-executor.ts';
import { loadDanfo } from '../../../src/headless/danfo.ts';
import { tfjsRuntime } from '../../../src/headless/tfjs-runtime.ts';
import { createLabApi, type LabApi, type LabApiContext } from '../../../src/notebook/lab-api/lab-api.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { bank } from '../../core/snapshots/bank.ts';
import { createFailingDatabase } from '../../storage/failing-database.ts';

/** A lab in memory that behaves the same each time, what it warned of, and all that it stores. */
export interface TestLab extends LabApi {
  readonly warnings: readonly string[];
  /** Every record of every collection, to compare before and after. */
  stored(): Promise<Readonly<Record<string, readonly unknown[]>>>;
  /** What it is stored on, which can be made to run full. */
  readonly disk: { room: number };
}

/** How the façade reaches its engine; see `test/notebook/remote/lab-api.test.ts`. */
export const reach: {
  connect(engine: Engine, datasets: LabApiContext['datasets']): Pick<LabApiContext, 'engine' | 'datasets'>;
} = {
  connect: (engine, datasets) => ({ engine, datasets }),
};

/** Opens an empty lab, which ships the dataset `bank`. */
export async function openLab(): Promise<TestLab> {
  const database = createFailingDatabase(createMemoryDatabase<LabCollections>(labKeyPaths));
  const warnings: string[] = [];
  const warn = (message: string) => void warnings.push(message);
  const executor = inThreadExecutor;
  let milliseconds = 0;
  const engine = await createEngine({
    database,
    ids: createSeededIds('test'),
    user: 'student',
    executor,
    tfjs: tfjsRuntime,
    timer: () => milliseconds++,
    sleep: async () => undefined,
    onWarning: ({ message }) => warn(message),
  });
  const api = createLabApi({
    ...reach.connect(engine, { bank: bank() }),
    danfo: loadDanfo,
    executor,
    tfjs: tfjsRuntime,
    codeVersion: 'test',
    entropy: () => 7,
    warn,
  });
  const names = Object.keys(labKeyPaths) as (keyof LabCollections)[];
  return {
    ...api,
    warnings,
    disk: database,
    stored: () =>
      database.read(names, async (transaction) =>
        Object.fromEntries(
          await Promise.all(names.map(async (name) => [name, await transaction.getAll(name)] as const)),
        ),
      ),
  };
}

/** A month of four customers in the course's format, as `data.importMonth` takes texts. */
export const MONTH = {
  'users.csv': `user_id,signup_date,user_gender,user_is_senior,has_family,has_dependents
a,2022-02-05,Female,False,True,False
b,2022-01-03,Male,False,False,False
c,2021-12-01,Male,True,False,True
d,2021-11-01,Female,True,False,False
`,
  'subscriptions.csv': `user_id,months_active,plan_stream_tv,plan_stream_movies,contract_type,paperless_billing,monthly_fee,total_paid,net_service
a,24,False,False,Month-to-month,True,29.85,716.4,DSL
b,25,True,False,One year,False,56.95,1423.75,Fiber optic
c,26,,,Two year,True,20.5,520.0,No
d,27,True,True,Two year,True,80.1,520.0,Fiber optic
`,
  'usage_agg_30d.csv': `user_id,watch_hours_30d,avg_session_mins_7d,unique_devices_30d,skips_7d,rebuffer_events_7d
a,24.5,29.1,3,4,1
b,30.0,29.1,1,6,4
c,26.7,29.1,2,3,5
d,11.2,20.4,1,9,7
`,
  'payments_agg_90d.csv': 'user_id,failed_payments_90d\na,1\nb,0\nc,1\nd,2\n',
  'support_agg_90d.csv':
    'user_id,support_tickets_90d,ticket_avg_resolution_hrs_90d\na,0,16.0\nb,0,8.6\nc,2,13.0\nd,4,22.5\n',
  'labels.csv': 'user_id,churn_label\na,False\nb,False\nc,True\nd,True\n',
};

/** The lab with the month of January 2024, two views over it and their features. */
export async function openLabWithMonth() {
  const lab = await openLab();
  await lab.data.importMonth(MONTH, { asOf: '2024-01-31' });
  const user = new lab.Entity({ name: 'user', joinKeys: ['user_id'] });
  const view = (name: string, table: string, field: string, dtype: 'float64' | 'int64') =>
    new lab.FeatureView({
      name,
      entities: [user],
      ttl: lab.days(40),
      schema: [new lab.Field({ name: field, dtype })],
      source: new lab.SnapshotSource({
        table,
        timestampField: 'as_of',
        createdTimestampColumn: 'created_timestamp',
      }),
    });
  await lab.store.apply([
    user,
    view('subscription', 'subscriptions', 'monthly_fee', 'float64'),
    view('payments', 'payments_agg_90d', 'failed_payments_90d', 'int64'),
  ]);
  return { lab, user, features: ['subscription:monthly_fee', 'payments:failed_payments_90d'] };
}
