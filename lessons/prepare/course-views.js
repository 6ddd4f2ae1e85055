// The customer, and the four feature views of the StreamFlow course.
const user = new Entity({ name: 'user', joinKeys: ['user_id'], description: 'a customer of StreamFlow' });
const courseView = (name, table, schema) =>
  new FeatureView({
    name,
    entities: [user],
    ttl: days(45),
    schema: Object.entries(schema).map(([field, dtype]) => new Field({ name: field, dtype })),
    source: new SnapshotSource({
      table,
      timestampField: 'as_of',
      createdTimestampColumn: 'created_timestamp',
    }),
  });
const courseViews = [
  courseView('subs_profile_fv', 'subscriptions', {
    months_active: 'int64',
    monthly_fee: 'float64',
    paperless_billing: 'bool',
    plan_stream_tv: 'bool',
    plan_stream_movies: 'bool',
    net_service: 'string',
  }),
  courseView('usage_agg_30d_fv', 'usage_agg_30d', {
    watch_hours_30d: 'float64',
    avg_session_mins_7d: 'float64',
    unique_devices_30d: 'int64',
    skips_7d: 'int64',
    rebuffer_events_7d: 'int64',
  }),
  courseView('payments_agg_90d_fv', 'payments_agg_90d', { failed_payments_90d: 'int64' }),
  courseView('support_agg_90d_fv', 'support_agg_90d', {
    support_tickets_90d: 'int64',
    ticket_avg_resolution_hrs_90d: 'float64',
  }),
];
await store.apply([user, ...courseViews]);
// Every feature by its reference, in the order in which the model takes them.
const features = courseViews.flatMap((view) => view.schema.map((field) => `${view.name}:${field.name}`));
