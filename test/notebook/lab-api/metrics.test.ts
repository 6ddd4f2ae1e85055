import { expect, it } from 'vitest';
import { openLab, type TestLab } from './lab.ts';

const y = [0, 0, 1, 1];
const scores = [0.1, 0.6, 0.4, 0.9];

it('takes labels and scores as arrays, typed arrays, tables and DataFrames', async () => {
  const { data, rocAucScore } = await openLab();
  await data.importTable(
    't',
    y.map((label, i) => ({ label, score: scores[i], at: 0 })),
    { timestampField: 'at' },
  );
  const table = await data.snapshot('t', { asOf: 0 });
  const frame = table.toDf();
  for (const [labels, values] of [
    [y, scores],
    [Uint8Array.from(y), Float64Array.from(scores)],
    [table.select('label'), table.select('score')],
    [frame.column('label'), frame.column('score')],
    [y.map((label) => label === 1), scores],
  ] as const)
    expect(rocAucScore(labels, values)).toBe(0.75);
});

it('takes class probabilities where scikit-learn does, and weights everywhere', async () => {
  const { logLoss, accuracyScore, calibrationCurve, bootstrapInterval } = await openLab();
  const proba = scores.map((p) => [1 - p, p]);
  expect(logLoss(y, proba)).toBeCloseTo(logLoss(y, scores), 12);
  expect(accuracyScore(y, [0, 1, 1, 1], { sampleWeight: [1, 7, 1, 1] })).toBe(0.3);
  expect(calibrationCurve(y, scores, { nBins: 1 }).probTrue).toEqual(Float64Array.of(0.5));
  expect(bootstrapInterval(accuracyScore, y, y, { nResamples: 5, randomState: 1 })).toMatchObject({
    point: 1,
  });
});

it('takes null for weights, labels and the positive label as not given', async () => {
  const { brierScoreLoss, calibrationCurve, logLoss, rocCurve } = await openLab();
  const none = { sampleWeight: null, posLabel: null } as never;
  expect(rocCurve(y, scores, none)).toEqual(rocCurve(y, scores));
  expect(brierScoreLoss(y, scores, none)).toBe(brierScoreLoss(y, scores));
  expect(logLoss(y, scores, { labels: null } as never)).toBe(logLoss(y, scores));
  expect(calibrationCurve(y, scores, { posLabel: null } as never)).toEqual(calibrationCurve(y, scores));
});

it.each<[string, (lab: TestLab) => unknown, string, string]>([
  [
    'labels that are no list',
    (lab) => lab.logLoss(y, scores, { labels: 5 } as never),
    'TypeError',
    'labels is 5',
  ],
  [
    'a misspelt option',
    (lab) => lab.f1Score(y, y, { sampleweight: y } as never),
    'TypeError',
    "f1Score has no option 'sampleweight'",
  ],
  [
    'an option of another metric',
    (lab) => lab.calibrationCurve(y, scores, { sampleWeight: y } as never),
    'TypeError',
    "calibrationCurve has no option 'sampleWeight'",
  ],
  ['no labels', (lab) => lab.rocAucScore(undefined as never, scores), 'TypeError', 'yTrue is undefined'],
  [
    'a missing label',
    (lab) => lab.accuracyScore([0, null] as never, [0, 1]),
    'ValueError',
    'yTrue has no value in row 2',
  ],
  [
    'what was not awaited',
    (lab) => lab.accuracyScore(y, Promise.resolve(y) as never),
    'TypeError',
    'yPred is a promise',
  ],
  [
    'another length',
    (lab) => lab.accuracyScore(y, [0]),
    'ValueError',
    'Found input variables with inconsistent numbers of samples: [4, 1]',
  ],
  [
    'a metric by its name',
    (lab) => lab.bootstrapInterval('rocAucScore' as never, y, scores),
    'TypeError',
    "the metric is 'rocAucScore'",
  ],
])('refuses %s', async (_, call, name, message) => {
  const lab = await openLab();
  expect(() => call(lab)).toThrow(
    expect.objectContaining({ name, message, hint: expect.stringMatching(/./) }),
  );
});
