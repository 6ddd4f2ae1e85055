import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accuracyScore } from '../../../src/core/evaluation/accuracy-score.ts';
import { f1Score } from '../../../src/core/evaluation/f1-score.ts';
import { rocAucScore } from '../../../src/core/evaluation/roc-auc-score.ts';
import { toMatrix } from '../../../src/core/numeric/matrix.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { columnOf, type Table } from '../../../src/core/table/table.ts';
import { take } from '../../../src/core/table/take.ts';
import { Pipeline } from '../../../src/core/training/pipeline.ts';
import { RandomForestClassifier } from '../../../src/core/training/random-forest-classifier.ts';
import { trainTestSplitIndices } from '../../../src/core/training/split.ts';
import { ColumnTransformer } from '../../../src/core/training/transformers/column-transformer.ts';
import { OneHotEncoder } from '../../../src/core/training/transformers/one-hot-encoder.ts';

interface CoursePipeline {
  readonly categorical: string[];
  readonly numeric: string[];
  readonly names: string[];
  readonly shape: [number, number];
  readonly sha256: string;
  readonly auc: number;
  readonly f1: number;
  readonly accuracy: number;
}

/** Made by test/parity/python/course_pipeline_vectors.py with scikit-learn 1.7.2. */
const EXPECTED = JSON.parse(
  readFileSync(new URL('../../parity/vectors/course-pipeline.json', import.meta.url), 'utf8'),
) as CoursePipeline;
const MONTH = new URL('../../../../shared/course-data/month_000/', import.meta.url);
const isAbsent = !existsSync(MONTH);
if (isAbsent)
  console.log('skipped: the course data are not beside the project (../shared/course-data/month_000)');

test.skipIf(isAbsent)(
  'the course’s encoding of its first month equals scikit-learn’s in every bit',
  async () => {
    const transformer = encoder();
    const matrix = toMatrix(await transformer.fitTransform(readMonth()));
    expect(transformer.getFeatureNamesOut()).toEqual(EXPECTED.names);
    expect([matrix.nRows, matrix.nCols]).toEqual(EXPECTED.shape);
    const bytes = new Uint8Array(matrix.data.buffer, matrix.data.byteOffset, matrix.data.byteLength);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(EXPECTED.sha256);
  },
);

test.skipIf(isAbsent)('the course’s pipeline has scikit-learn’s AUC, F1 and accuracy', async () => {
  const X = readMonth();
  const y = Array.from(columnOf(X, 'churn_label').values, (value) => value === 1);
  const [train, test] = trainTestSplitIndices(X.nRows, { testSize: 0.25, stratify: y, randomState: 42 });
  const forest = new RandomForestClassifier({
    nEstimators: 300,
    classWeight: 'balanced',
    maxFeatures: 'sqrt',
    randomState: 42,
  });
  const pipeline = await new Pipeline([
    ['prep', encoder()],
    ['clf', forest],
  ]).fit(
    take(X, train),
    Array.from(train, (row) => y[row]!),
  );
  const yTest = Array.from(test, (row) => y[row]!);
  const XTest = take(X, test);
  const { data } = await pipeline.predictProba(XTest);
  const scores = yTest.map((_, row) => data[2 * row + 1]!);
  const predicted = await pipeline.predict(XTest);
  expect(rocAucScore(yTest, scores)).toBe(EXPECTED.auc);
  expect(f1Score(yTest, predicted)).toBe(EXPECTED.f1);
  expect(accuracyScore(yTest, predicted)).toBe(EXPECTED.accuracy);
});

function encoder(): ColumnTransformer {
  return new ColumnTransformer([
    ['cat', new OneHotEncoder({ handleUnknown: 'ignore' }), EXPECTED.categorical],
    ['num', 'passthrough', EXPECTED.numeric],
  ]);
}

/** The month's features and labels, one row per user in the order of users.csv. */
function readMonth(): Table {
  const [users, ...others] = [
    'users',
    'subscriptions',
    'usage_agg_30d',
    'payments_agg_90d',
    'support_agg_90d',
    'labels',
  ].map(readCsv);
  const byUser = others.map((rows) => new Map(rows.map((row) => [row.user_id, row])));
  return fromRows(
    users!.map((user) => Object.assign({}, user, ...byUser.map((rows) => rows.get(user.user_id)))),
  );
}

/** The course's files have no quotes, so a cell ends at the next comma. */
function readCsv(name: string): Record<string, unknown>[] {
  const [header, ...lines] = readFileSync(new URL(`${name}.csv`, MONTH), 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = header!.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((column, j) => [column, parseCell(cells[j]!)]));
  });
}

function parseCell(text: string): unknown {
  if (text === '') return null;
  if (text === 'True' || text === 'False') return text === 'True';
  return Number.isNaN(Number(text)) ? text : Number(text);
}
