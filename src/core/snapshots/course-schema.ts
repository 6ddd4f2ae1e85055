import type { MonthSchema } from './table-schema.ts';

const joinKeys = ['user_id'];
const userId = { name: 'user_id', dtype: 'string' } as const;
const HOURS_OF_30_DAYS = 720;
const MINUTES_OF_A_DAY = 1440;
const HOURS_OF_90_DAYS = 2160;

/**
 * The six tables of a month of the StreamFlow course. TV and movies are null for customers without internet;
 * labels may be missing, as they are only known 90 days later.
 */
export const courseSchema: MonthSchema = {
  timestampField: 'as_of',
  createdTimestampColumn: 'created_timestamp',
  tables: [
    {
      name: 'users',
      joinKeys,
      columns: [
        userId,
        { name: 'signup_date', dtype: 'string' },
        { name: 'user_gender', dtype: 'string' },
        { name: 'user_is_senior', dtype: 'bool' },
        { name: 'has_family', dtype: 'bool' },
        { name: 'has_dependents', dtype: 'bool' },
      ],
    },
    {
      name: 'subscriptions',
      joinKeys,
      columns: [
        userId,
        { name: 'months_active', dtype: 'int64', range: [0, 1200] },
        { name: 'plan_stream_tv', dtype: 'bool', isNullable: true },
        { name: 'plan_stream_movies', dtype: 'bool', isNullable: true },
        { name: 'contract_type', dtype: 'string', values: ['Month-to-month', 'One year', 'Two year'] },
        { name: 'paperless_billing', dtype: 'bool' },
        { name: 'monthly_fee', dtype: 'float64', range: [0, 1000] },
        { name: 'total_paid', dtype: 'float64', range: [0, 1_000_000] },
        { name: 'net_service', dtype: 'string', values: ['DSL', 'Fiber optic', 'No'] },
      ],
    },
    {
      name: 'usage_agg_30d',
      joinKeys,
      columns: [
        userId,
        { name: 'watch_hours_30d', dtype: 'float64', range: [0, HOURS_OF_30_DAYS] },
        { name: 'avg_session_mins_7d', dtype: 'float64', range: [0, MINUTES_OF_A_DAY] },
        { name: 'unique_devices_30d', dtype: 'int64', range: [0, 1000] },
        { name: 'skips_7d', dtype: 'int64', range: [0, 100_000] },
        { name: 'rebuffer_events_7d', dtype: 'int64', range: [0, 100_000] },
      ],
    },
    {
      name: 'payments_agg_90d',
      joinKeys,
      columns: [userId, { name: 'failed_payments_90d', dtype: 'int64', range: [0, 1000] }],
    },
    {
      name: 'support_agg_90d',
      joinKeys,
      columns: [
        userId,
        { name: 'support_tickets_90d', dtype: 'int64', range: [0, 10_000] },
        { name: 'ticket_avg_resolution_hrs_90d', dtype: 'float64', range: [0, HOURS_OF_90_DAYS] },
      ],
    },
    {
      name: 'labels',
      joinKeys,
      isOptional: true,
      columns: [userId, { name: 'churn_label', dtype: 'bool' }],
    },
  ],
};
