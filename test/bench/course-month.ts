import type { ByteSource } from '../../src/core/table/byte-source.ts';
import { bytesSource } from '../../src/core/table/byte-source.ts';
import { MersenneTwister } from '../../src/core/training/mersenne-twister.ts';

/** A month of the course's six CSV files with `nCustomers` customers of made-up values, the same on every call. */
export function courseMonth(nCustomers: number): ByteSource[] {
  const random = new MersenneTwister(1);
  const draw = (nValues: number): number => Math.floor(random.randomSample() * nValues);
  const number = (most: number): string => String(random.randomSample() * most);
  const bool = (): string => (draw(2) === 1 ? 'True' : 'False');
  const oneOf = (...texts: readonly string[]): string => texts[draw(texts.length)]!;
  const cells: Record<string, readonly [header: string, line: () => string]> = {
    users: [
      'signup_date,user_gender,user_is_senior,has_family,has_dependents',
      () =>
        `20${10 + draw(14)}-0${1 + draw(9)}-1${draw(10)},${oneOf('Female', 'Male')},${bool()},${bool()},${bool()}`,
    ],
    subscriptions: [
      'months_active,plan_stream_tv,plan_stream_movies,contract_type,paperless_billing,monthly_fee,total_paid,net_service',
      () => {
        const service = oneOf('DSL', 'Fiber optic', 'No');
        const plans = service === 'No' ? ',' : `${bool()},${bool()}`;
        const contract = oneOf('Month-to-month', 'One year', 'Two year');
        return `${draw(73)},${plans},${contract},${bool()},${draw(12000) / 100},${draw(800000) / 100},${service}`;
      },
    ],
    usage_agg_30d: [
      'watch_hours_30d,avg_session_mins_7d,unique_devices_30d,skips_7d,rebuffer_events_7d',
      () => `${number(60)},${number(90)},${draw(6)},${draw(30)},${draw(20)}`,
    ],
    payments_agg_90d: ['failed_payments_90d', () => String(draw(4))],
    support_agg_90d: [
      'support_tickets_90d,ticket_avg_resolution_hrs_90d',
      () => `${draw(9)},${draw(480) / 10}`,
    ],
    labels: ['churn_label', bool],
  };
  return Object.entries(cells).map(([name, [header, line]]) => {
    const lines = Array.from({ length: nCustomers }, (_, customer) => `${userId(customer)},${line()}\n`);
    return bytesSource(`${name}.csv`, new TextEncoder().encode(`user_id,${header}\n${lines.join('')}`));
  });
}

/** Four digits and five letters, as the course has them; the digits go on beyond 9,999. */
function userId(customer: number): string {
  const scattered = (customer * 7_919_993) % 11_881_376;
  const letters = [0, 1, 2, 3, 4].map((place) =>
    String.fromCharCode(65 + (Math.floor(scattered / 26 ** place) % 26)),
  );
  return `${String(customer).padStart(4, '0')}-${letters.join('')}`;
}
