import { describe, expect, it } from 'vitest';
import { toMatrix } from '../../../src/core/numeric/matrix.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import type { Table } from '../../../src/core/table/table.ts';
import type { Classifier } from '../../../src/core/training/estimator.ts';
import { LogisticRegression } from '../../../src/core/training/logistic-regression.ts';
import { RandomForestClassifier } from '../../../src/core/training/random-forest-classifier.ts';
import { restoreEstimator } from '../../../src/core/training/restore-estimator.ts';
import { MLPClassifier } from '../../../src/core/training/tfjs/mlp-classifier.ts';
import { tfjsRuntime } from '../../../src/headless/tfjs-runtime.ts';

const ROWS = [
  { fee: 1, hours: 40 },
  { fee: 2, hours: 30 },
  { fee: 8, hours: 2 },
  { fee: 9, hours: 1 },
];
const LABELS = [0, 0, 1, 1];
const table = fromRows(ROWS);

const classifiers: [string, () => Classifier][] = [
  ['a forest', () => new RandomForestClassifier({ nEstimators: 3, randomState: 0 })],
  ['a logistic regression', () => new LogisticRegression()],
  [
    'a network',
    () => new MLPClassifier({ hiddenLayerSizes: [2], maxIter: 2, randomState: 0 }, { runtime: tfjsRuntime }),
  ],
];

describe.each(classifiers)('%s that was fitted on a table', (_, create) => {
  const refused: [string, Table, string][] = [
    ['in another order', fromRows(ROWS.map(({ fee, hours }) => ({ hours, fee }))), 'their order differs'],
    [
      'by another name',
      fromRows(ROWS.map(({ fee, hours }) => ({ price: fee, hours }))),
      "unseen at fit time: 'price'",
    ],
    ['with one missing', fromRows(ROWS.map(({ fee }) => ({ fee }))), "now missing: 'hours'"],
  ];

  it.each(refused)('refuses columns %s, restored from its artifact too', async (_case, rows, message) => {
    const fitted = await create().fit(table, LABELS);
    const restored = restoreEstimator(fitted.toArtifact(), { runtime: tfjsRuntime });
    for (const classifier of [fitted, restored]) {
      await expect(classifier.predictProba(rows)).rejects.toMatchObject({
        name: 'ValueError',
        message: expect.stringContaining(message),
        hint: 'select these columns, in this order: fee, hours',
      });
    }
  });

  it('takes a matrix without names, and has the digest of one fitted on a matrix', async () => {
    const fitted = await create().fit(table, LABELS);
    const unnamed = await create().fit(toMatrix(table), LABELS);
    expect(await fitted.predict(toMatrix(table))).toEqual(await unnamed.predict(table));
    expect(fitted.digest()).toBe(unnamed.digest());
  });
});
