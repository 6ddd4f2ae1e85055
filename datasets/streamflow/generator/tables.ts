import type { Dtype } from '../../../src/core/table/column.ts';
import type { Row } from '../../../src/core/table/from-rows.ts';
import { DAY_MS, LABEL_DAYS, MONTH_ENDS, toDay } from './calendar.ts';
import type { DeliveryRules } from './delivery.ts';
import type { CustomerMonth, Life } from './life.ts';
import { toFiveCents, toTenths } from './rounding.ts';

/** One table of the dataset: its columns between `user_id` and `as_of`, where they come from, how rows land. */
export interface TableRecipe {
  readonly name: string;
  readonly columns: Readonly<Record<string, Dtype>>;
  readonly cells: (month: CustomerMonth, life: Life) => Row;
  readonly delivery: DeliveryRules;
}

/** The six tables of the course's schema, in the order in which a month is loaded. */
export const TABLE_RECIPES: readonly TableRecipe[] = [
  {
    name: 'users',
    columns: {
      signup_date: 'string',
      user_gender: 'string',
      user_is_senior: 'bool',
      has_family: 'bool',
      has_dependents: 'bool',
    },
    cells: (_, { customer }) => ({
      signup_date: toDay(customer.signupMs),
      user_gender: customer.gender,
      user_is_senior: customer.isSenior,
      has_family: customer.hasFamily,
      has_dependents: customer.hasDependents,
    }),
    delivery: {
      batchHour: 1,
      knownAfterDays: 0,
      correctedShare: 0.001,
      ties: 0,
      misreport: (row) => ({ ...row, has_family: !row.has_family }),
    },
  },
  {
    name: 'subscriptions',
    columns: {
      months_active: 'int64',
      plan_stream_tv: 'bool',
      plan_stream_movies: 'bool',
      contract_type: 'string',
      paperless_billing: 'bool',
      monthly_fee: 'float64',
      total_paid: 'float64',
      net_service: 'string',
    },
    cells: ({ subscription }, { customer }) => ({
      months_active: subscription.monthsActive,
      plan_stream_tv: customer.netService === 'No' ? null : subscription.hasTv,
      plan_stream_movies: customer.netService === 'No' ? null : subscription.hasMovies,
      contract_type: subscription.contract,
      paperless_billing: subscription.paperless,
      monthly_fee: subscription.monthlyFee,
      total_paid: subscription.totalPaid,
      net_service: customer.netService,
    }),
    // An extra was booked after the invoice run: the fee first lacked it.
    delivery: {
      batchHour: 2,
      knownAfterDays: 0,
      correctedShare: 0.004,
      ties: 0,
      misreport: (row) => ({ ...row, monthly_fee: toFiveCents((row.monthly_fee as number) - 5) }),
    },
  },
  {
    name: 'usage_agg_30d',
    columns: {
      watch_hours_30d: 'float64',
      avg_session_mins_7d: 'float64',
      unique_devices_30d: 'int64',
      skips_7d: 'int64',
      rebuffer_events_7d: 'int64',
    },
    cells: ({ usage }) => ({
      watch_hours_30d: usage.watchHours30d,
      avg_session_mins_7d: usage.avgSessionMins7d,
      unique_devices_30d: usage.uniqueDevices30d,
      skips_7d: usage.skips7d,
      rebuffer_events_7d: usage.rebufferEvents7d,
    }),
    // Player logs of some devices arrived after the aggregation.
    delivery: {
      batchHour: 3,
      knownAfterDays: 0,
      correctedShare: 0.012,
      ties: 8,
      misreport: (row) => ({
        ...row,
        watch_hours_30d: toTenths((row.watch_hours_30d as number) * 0.7),
        unique_devices_30d: 1,
      }),
    },
  },
  {
    name: 'payments_agg_90d',
    columns: { failed_payments_90d: 'int64' },
    cells: ({ payments }) => ({ failed_payments_90d: payments.failed90d }),
    // The bank's second attempt succeeded after all.
    delivery: {
      batchHour: 4,
      knownAfterDays: 0,
      correctedShare: 0.008,
      ties: 12,
      misreport: (row) => ({ ...row, failed_payments_90d: (row.failed_payments_90d as number) + 1 }),
    },
  },
  {
    name: 'support_agg_90d',
    columns: { support_tickets_90d: 'int64', ticket_avg_resolution_hrs_90d: 'float64' },
    cells: ({ support }) => ({
      support_tickets_90d: support.tickets90d,
      ticket_avg_resolution_hrs_90d: support.avgResolutionHrs90d,
    }),
    // A ticket was still open, and counted as a second one when it was settled.
    delivery: {
      batchHour: 5,
      knownAfterDays: 0,
      correctedShare: 0.006,
      ties: 0,
      misreport: (row) => ({ ...row, support_tickets_90d: (row.support_tickets_90d as number) + 1 }),
    },
  },
  {
    name: 'labels',
    columns: { churn_label: 'bool' },
    cells: ({ month }, { leaveMs }) => ({
      churn_label: leaveMs !== null && leaveMs <= MONTH_ENDS[month]! + LABEL_DAYS * DAY_MS,
    }),
    // A cancellation was filed late, or withdrawn.
    delivery: {
      batchHour: 6,
      knownAfterDays: LABEL_DAYS,
      correctedShare: 0.003,
      ties: 0,
      misreport: (row) => ({ ...row, churn_label: !row.churn_label }),
    },
  },
];

/** The rows of one table before delivery, by user and month end. */
export function truthOf(recipe: TableRecipe, lives: readonly Life[]): Row[] {
  return lives.flatMap((life) =>
    life.months
      .filter(({ month }) => month < MONTH_ENDS.length)
      .map((month) => ({
        user_id: life.customer.userId,
        ...recipe.cells(month, life),
        as_of: MONTH_ENDS[month.month]!,
      })),
  );
}
