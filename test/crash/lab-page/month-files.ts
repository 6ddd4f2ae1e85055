/** Customers of every month. */
export const N_CUSTOMERS = 2000;

/** A file as `data.importMonth` takes it. */
export interface MonthFile {
  readonly name: string;
  readonly text: string;
}

/** The six files of a month of the course, all numbers made from its number. */
export function monthFiles(month: number): readonly MonthFile[] {
  return Object.entries(TABLES).map(([name, { header, row }]) => {
    const rows = Array.from({ length: N_CUSTOMERS }, (_, i) => `user-${i},${row(i, month)}`);
    return { name: `${name}.csv`, text: [`user_id,${header}`, ...rows, ''].join('\n') };
  });
}

const flag = (isSet: boolean): string => (isSet ? 'True' : 'False');

const TABLES: Readonly<Record<string, { readonly header: string; row(i: number, month: number): string }>> = {
  users: {
    header: 'signup_date,user_gender,user_is_senior,has_family,has_dependents',
    row: (i) => `2022-02-05,${i % 2 === 0 ? 'Female' : 'Male'},${flag(i % 5 === 0)},True,False`,
  },
  subscriptions: {
    header:
      'months_active,plan_stream_tv,plan_stream_movies,contract_type,paperless_billing,monthly_fee,total_paid,net_service',
    row: (i, month) =>
      `${(i % 60) + month},${flag(i % 3 === 0)},False,One year,True,${20 + (i % 80)}.5,${i}.25,DSL`,
  },
  usage_agg_30d: {
    header: 'watch_hours_30d,avg_session_mins_7d,unique_devices_30d,skips_7d,rebuffer_events_7d',
    row: (i, month) => `${(i * month) % 90}.75,${i % 120}.5,${i % 5},${i % 9},${(i + month) % 7}`,
  },
  payments_agg_90d: {
    header: 'failed_payments_90d',
    row: (i, month) => String((i + month) % 4),
  },
  support_agg_90d: {
    header: 'support_tickets_90d,ticket_avg_resolution_hrs_90d',
    row: (i, month) => `${(i * month) % 6},${i % 48}.5`,
  },
  labels: { header: 'churn_label', row: (i) => flag(i % 4 === 0) },
};
