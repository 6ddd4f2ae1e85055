import type { LabApi } from '../../notebook/lab-api/lab-api.ts';

/** The course's feature views: name → its table and its features with their types. */
const VIEWS = {
  subs_profile_fv: {
    table: 'subscriptions',
    schema: {
      months_active: 'int64',
      monthly_fee: 'float64',
      paperless_billing: 'bool',
      plan_stream_tv: 'bool',
      plan_stream_movies: 'bool',
      net_service: 'string',
    },
  },
  usage_agg_30d_fv: {
    table: 'usage_agg_30d',
    schema: {
      watch_hours_30d: 'float64',
      avg_session_mins_7d: 'float64',
      unique_devices_30d: 'int64',
      skips_7d: 'int64',
      rebuffer_events_7d: 'int64',
    },
  },
  payments_agg_90d_fv: { table: 'payments_agg_90d', schema: { failed_payments_90d: 'int64' } },
  support_agg_90d_fv: {
    table: 'support_agg_90d',
    schema: { support_tickets_90d: 'int64', ticket_avg_resolution_hrs_90d: 'float64' },
  },
} as const;

/** All features of the course by reference, in the order in which the course's model takes them. */
export const COURSE_FEATURES: readonly string[] = Object.entries(VIEWS).flatMap(([view, { schema }]) =>
  Object.keys(schema).map((feature) => `${view}:${feature}`),
);

/** The features that are encoded one-hot, nulls as a category of their own. */
export const CATEGORICAL: readonly string[] = ['net_service', 'plan_stream_tv', 'plan_stream_movies'];

/** The features that pass as numbers. */
export const NUMERIC: readonly string[] = COURSE_FEATURES.map((reference) => reference.split(':')[1]!).filter(
  (name) => !CATEGORICAL.includes(name),
);

/** Defines the customer and the four views in the lab's feature store, with a ttl of 45 days. */
export async function applyCourseViews(lab: LabApi): Promise<void> {
  const user = new lab.Entity({
    name: 'user',
    joinKeys: ['user_id'],
    description: 'a customer of StreamFlow',
  });
  const views = Object.entries(VIEWS).map(
    ([name, { table, schema }]) =>
      new lab.FeatureView({
        name,
        entities: [user],
        ttl: lab.days(45),
        schema: Object.entries(schema).map(([field, dtype]) => new lab.Field({ name: field, dtype })),
        source: new lab.SnapshotSource({
          table,
          timestampField: 'as_of',
          createdTimestampColumn: 'created_timestamp',
        }),
      }),
  );
  await lab.store.apply([user, ...views]);
}
