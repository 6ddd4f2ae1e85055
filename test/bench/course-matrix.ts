import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Matrix } from '../../src/core/numeric/matrix.ts';
import { MersenneTwister } from '../../src/core/training/mersenne-twister.ts';

/** The matrix that the forest is timed on, and where it comes from. */
export interface TimingMatrix {
  readonly matrix: Matrix;
  readonly labels: Uint8Array;
  readonly source: string;
}

const month = fileURLToPath(new URL('../../../shared/course-data/month_000/', import.meta.url));
const categories = ['net_service', 'plan_stream_tv', 'plan_stream_movies'];
const numbers = [
  'months_active',
  'monthly_fee',
  'paperless_billing',
  'watch_hours_30d',
  'avg_session_mins_7d',
  'unique_devices_30d',
  'skips_7d',
  'rebuffer_events_7d',
  'failed_payments_90d',
  'support_tickets_90d',
  'ticket_avg_resolution_hrs_90d',
];

/** The course's 7,043 × 20 matrix of its first month, one-hot columns first; random numbers where it is absent. */
export function timingMatrix(): TimingMatrix {
  return existsSync(month) ? courseMatrix() : randomMatrix();
}

/** The named rows of a matrix. */
export function takeRows({ data, nCols }: Matrix, rows: Int32Array): Matrix {
  const taken = new Float64Array(rows.length * nCols);
  rows.forEach((row, i) => {
    taken.set(data.subarray(row * nCols, (row + 1) * nCols), i * nCols);
  });
  return { data: taken, nRows: rows.length, nCols };
}

function courseMatrix(): TimingMatrix {
  const tables = ['subscriptions', 'usage_agg_30d', 'payments_agg_90d', 'support_agg_90d', 'labels'].map(
    readCsv,
  );
  const users = [...tables[0]!.keys()];
  const rows = users.map((user) => Object.assign({}, ...tables.map((table) => table.get(user)))) as Row[];
  const oneHot = categories.flatMap((name) => {
    const levels = [...new Set(rows.map((row) => row[name]!))].sort();
    return levels.map((level) => rows.map((row) => (row[name] === level ? 1 : 0)));
  });
  const numeric = numbers.map((name) => rows.map((row) => toNumber(row[name]!)));
  const columns = [...oneHot, ...numeric];
  const data = Float64Array.from(rows.flatMap((_, i) => columns.map((column) => column[i]!)));
  return {
    matrix: { data, nRows: rows.length, nCols: columns.length },
    labels: Uint8Array.from(rows, (row) => toNumber(row.churn_label!)),
    source: 'the first month of the course',
  };
}

type Row = Record<string, string>;

function readCsv(name: string): Map<string, Row> {
  const [header, ...lines] = readFileSync(`${month}${name}.csv`, 'utf8').trim().split(/\r?\n/);
  const names = header!.split(',');
  const rows = lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((column, i) => [column, cells[i]!]));
  });
  return new Map(rows.map((row) => [row.user_id!, row]));
}

function toNumber(text: string): number {
  return text === 'True' ? 1 : text === 'False' ? 0 : Number(text);
}

function randomMatrix(): TimingMatrix {
  const random = new MersenneTwister(1);
  const nRows = 7043;
  const nCols = 20;
  const data = Float64Array.from({ length: nRows * nCols }, (_, i) => {
    const value = random.randomSample();
    return i % nCols < 10 ? Math.round(value) : i % nCols < 16 ? Math.floor(value * 50) : value;
  });
  const labels = Uint8Array.from({ length: nRows }, (_, row) =>
    data[row * nCols + 12]! + 20 * random.randomSample() > 45 ? 1 : 0,
  );
  return { matrix: { data, nRows, nCols }, labels, source: 'random numbers' };
}
