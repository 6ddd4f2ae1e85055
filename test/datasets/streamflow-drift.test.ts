import { expect, it } from 'vitest';
import { driftReport } from '../../src/core/monitoring/drift-report.ts';
import { columnOf, createTable, type Table } from '../../src/core/table/table.ts';
import { positionsWhere, take } from '../../src/core/table/take.ts';
import { readShipped } from './shipped.ts';

const CATEGORICAL = [
  'net_service',
  'plan_stream_tv',
  'plan_stream_movies',
  'contract_type',
  'paperless_billing',
];
const NUMERICAL = [
  'months_active',
  'monthly_fee',
  'total_paid',
  'watch_hours_30d',
  'avg_session_mins_7d',
  'unique_devices_30d',
  'skips_7d',
  'rebuffer_events_7d',
  'failed_payments_90d',
  'support_tickets_90d',
  'ticket_avg_resolution_hrs_90d',
];
const OPTIONS = { columns: [...CATEGORICAL, ...NUMERICAL], categorical: CATEGORICAL, numerical: NUMERICAL };

const { manifest, settled } = await readShipped();
const features = createTable(
  ['subscriptions', 'usage_agg_30d', 'payments_agg_90d', 'support_agg_90d'].flatMap((view) =>
    [...settled.get(view)!.columns].filter(([name]) => OPTIONS.columns.includes(name)),
  ),
);
const months = manifest.asOf.map((asOf) => monthOf(Date.parse(asOf)));

it('drifts from January to February 2024 in fees and rebuffering', () => {
  const { columns } = driftReport(months[10]!, months[11]!, OPTIONS);
  const drifted = columns.filter((column) => column.drifted).map(({ column }) => column);
  expect(drifted).toEqual(['monthly_fee', 'rebuffer_events_7d']);
  expect(columns.find(({ column }) => column === 'rebuffer_events_7d')!.score).toBeGreaterThan(0.5);
});

it('drifts in no column from any earlier month to the next', () => {
  for (let month = 1; month < 11; month++) {
    const { columns } = driftReport(months[month - 1]!, months[month]!, OPTIONS);
    expect(columns.filter((column) => column.drifted)).toEqual([]);
  }
});

function monthOf(asOf: number): Table {
  const rows = columnOf(settled.get('subscriptions')!, 'as_of').values;
  return take(
    features,
    positionsWhere(features.nRows, (row) => rows[row] === asOf),
  );
}
