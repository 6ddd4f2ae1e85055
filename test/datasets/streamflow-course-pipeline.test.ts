import { describe, expect, it } from 'vitest';
import { accuracyScore } from '../../src/core/evaluation/accuracy-score.ts';
import { f1Score } from '../../src/core/evaluation/f1-score.ts';
import { rocAucScore } from '../../src/core/evaluation/roc-auc-score.ts';
import { cellAt } from '../../src/core/table/column.ts';
import { columnOf, createTable } from '../../src/core/table/table.ts';
import { positionsWhere, take } from '../../src/core/table/take.ts';
import { Pipeline } from '../../src/core/training/pipeline.ts';
import { RandomForestClassifier } from '../../src/core/training/random-forest-classifier.ts';
import { trainTestSplitIndices } from '../../src/core/training/split.ts';
import { ColumnTransformer } from '../../src/core/training/transformers/column-transformer.ts';
import { OneHotEncoder } from '../../src/core/training/transformers/one-hot-encoder.ts';
import { readVectors } from '../parity/read-vectors.ts';
import { FEBRUARY, JANUARY, keyAt, readShipped, userAt } from './shipped.ts';

interface Scores {
  readonly rows: number;
  readonly churn_rate: number;
  readonly auc: number;
  readonly f1: number;
  readonly accuracy: number;
}

/** Made by test/parity/python/streamflow_vectors.py with scikit-learn 1.7.2 from the same Parquet files. */
const EXPECTED = await readVectors<{
  readonly point_in_time: Readonly<Record<string, Scores>>;
  readonly latest_row: Scores;
  readonly labels_of_february: Scores;
}>('streamflow.json');
const CATEGORICAL = ['net_service', 'plan_stream_tv', 'plan_stream_movies'];
const NUMERIC = [
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
const VIEWS = ['subscriptions', 'usage_agg_30d', 'payments_agg_90d', 'support_agg_90d'];

const { settled } = await readShipped();
const labels = settled.get('labels')!;
const months = createTable(VIEWS.flatMap((view) => [...settled.get(view)!.columns].filter(isFeature)));
const january = rowsOf(JANUARY);

describe('the course’s pipeline on the shipped dataset', () => {
  it('reaches an AUC of 0.80 to 0.84 at 2024-01-31, as scikit-learn does', async () => {
    const scores = await evaluate(january, january);
    expect(scores).toEqual(EXPECTED.point_in_time['2024-01-31']);
    expect(scores.auc).toBeGreaterThan(0.8);
    expect(scores.auc).toBeLessThan(0.84);
  });

  it('looks better by 0.04 or more when every user’s latest row is joined', async () => {
    const latest = new Map<string, number>();
    for (let row = 0; row < labels.nRows; row++) latest.set(userAt(labels, row), row);
    const scores = await evaluate(
      january.map((row) => latest.get(userAt(labels, row))!),
      january,
    );
    expect(scores).toEqual(EXPECTED.latest_row);
    expect(scores.auc - EXPECTED.point_in_time['2024-01-31']!.auc).toBeGreaterThan(0.04);
  });

  it('loses 0.10 or more with the labels of the next month', async () => {
    const february = new Map(Array.from(rowsOf(FEBRUARY), (row) => [userAt(labels, row), row]));
    const stayed = january.filter((row) => february.has(userAt(labels, row)));
    const scores = await evaluate(
      stayed,
      stayed.map((row) => february.get(userAt(labels, row))!),
    );
    expect(scores).toEqual(EXPECTED.labels_of_february);
    expect(EXPECTED.point_in_time['2024-01-31']!.auc - scores.auc).toBeGreaterThan(0.1);
  });

  it('can learn in every month, by scikit-learn’s figures', () => {
    expect(Object.keys(EXPECTED.point_in_time)).toHaveLength(12);
    for (const { auc } of Object.values(EXPECTED.point_in_time)) expect(auc).toBeGreaterThan(0.75);
  });

  it('finds one class only in October’s labels of January’s customers: who left by then is not among them', () => {
    const october = new Map(Array.from(rowsOf(Date.UTC(2023, 9, 31)), (row) => [userAt(labels, row), row]));
    const known = Array.from(january, (row) => october.get(userAt(labels, row))).filter(
      (row) => row !== undefined,
    );
    expect(known.length).toBeGreaterThan(5_000);
    expect(known.filter((row) => cellAt(columnOf(labels, 'churn_label'), row) === true)).toEqual([]);
  });

  it('stands on tables with the same users and months, row by row', () => {
    for (const view of VIEWS) {
      const table = settled.get(view)!;
      expect(keyAt(table, table.nRows - 1)).toBe(keyAt(labels, labels.nRows - 1));
      expect(table.nRows).toBe(labels.nRows);
    }
  });
});

async function evaluate(featureRows: Int32Array, labelRows: Int32Array): Promise<Scores> {
  const features = take(months, featureRows);
  const y = Array.from(labelRows, (row) => columnOf(labels, 'churn_label').values[row]!);
  const [train, test] = trainTestSplitIndices(y.length, { testSize: 0.25, randomState: 42, stratify: y });
  const model = new Pipeline([
    [
      'prep',
      new ColumnTransformer([
        ['cat', new OneHotEncoder({ handleUnknown: 'ignore' }), CATEGORICAL],
        ['num', 'passthrough', NUMERIC],
      ]),
    ],
    [
      'forest',
      new RandomForestClassifier({
        nEstimators: 300,
        classWeight: 'balanced',
        maxFeatures: 'sqrt',
        randomState: 42,
      }),
    ],
  ]);
  await model.fit(take(features, train), pick(y, train));
  const truth = pick(y, test);
  const { data } = await model.predictProba(take(features, test));
  const answers = (await model.predict(take(features, test))).map(Number);
  return {
    rows: y.length,
    churn_rate: y.reduce((sum, label) => sum + label, 0) / y.length,
    auc: rocAucScore(
      truth,
      truth.map((_, row) => data[row * 2 + 1]!),
    ),
    f1: f1Score(truth, answers),
    accuracy: accuracyScore(truth, answers),
  };
}

function rowsOf(asOf: number): Int32Array {
  return positionsWhere(labels.nRows, (row) => columnOf(labels, 'as_of').values[row] === asOf);
}

function isFeature([name]: readonly [string, unknown]): boolean {
  return CATEGORICAL.includes(name) || NUMERIC.includes(name);
}

function pick(values: readonly number[], rows: Int32Array): number[] {
  return Array.from(rows, (row) => values[row]!);
}
