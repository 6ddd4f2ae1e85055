import { expect, test } from 'vitest';
import { accuracyScore } from '../../../src/core/evaluation/accuracy-score.ts';
import { areaUnderCurve } from '../../../src/core/evaluation/area-under-curve.ts';
import { averagePrecisionScore } from '../../../src/core/evaluation/average-precision-score.ts';
import { brierScoreLoss } from '../../../src/core/evaluation/brier-score-loss.ts';
import { confusionMatrix } from '../../../src/core/evaluation/confusion-matrix.ts';
import { f1Score } from '../../../src/core/evaluation/f1-score.ts';
import { logLoss } from '../../../src/core/evaluation/log-loss.ts';
import { precisionRecallCurve } from '../../../src/core/evaluation/precision-recall-curve.ts';
import { precisionScore } from '../../../src/core/evaluation/precision-score.ts';
import { rocAucScore } from '../../../src/core/evaluation/roc-auc-score.ts';
import { rocCurve } from '../../../src/core/evaluation/roc-curve.ts';

const pairs = { data: Float64Array.of(0.1, 0.9, 0.2, 0.8), nRows: 2, nCols: 2 };
const triples = { data: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), nRows: 3, nCols: 3 };
const halves = { data: new Float64Array(9).fill(0.5), nRows: 3, nCols: 3 };

const mistakes: Record<string, [() => unknown, string, string]> = {
  'predictions of another length': [
    () => accuracyScore([0, 1], [0]),
    'inconsistent numbers of samples: [2, 1]',
    'one entry per row',
  ],
  'weights of another length': [
    () => f1Score([0, 1], [0, 1], { sampleWeight: [1] }),
    'inconsistent numbers of samples: [2, 2, 1]',
    'one entry per row',
  ],
  'scores in place of predictions': [
    () => accuracyScore([0, 1], [0.2, 0.7]),
    "can't handle a mix of binary and continuous targets",
    'score > 0.5',
  ],
  'fractions for labels and predictions': [
    () => confusionMatrix([0.5], [0.5]),
    'continuous is not supported',
    'predicted labels',
  ],
  'strings against numbers': [() => f1Score(['a', 'b'], [0, 1]), 'Mix of label input types', 'same type'],
  'text labels without posLabel': [
    () => precisionScore(['no', 'yes'], ['no', 'yes']),
    'posLabel=1 is not a valid label',
    '["no","yes"]',
  ],
  'three classes with the default average': [
    () => f1Score([0, 1, 2], [0, 1, 1]),
    "Target is multiclass but average='binary'",
    "'macro'",
  ],
  'an average that does not exist': [
    () => f1Score([0, 1], [0, 1], { average: 'marco' as 'macro' }),
    "invalid value for average: 'marco'",
    "'macro'",
  ],
  'a value for 0/0 other than 0, 1 and NaN': [
    () => f1Score([0, 1], [0, 1], { zeroDivision: 0.5 }),
    'invalid value for zeroDivision: 0.5',
    "'warn' or 0 or 1",
  ],
  'a way to normalise that does not exist': [
    () => confusionMatrix([0, 1], [0, 1], { normalize: 'rows' as 'true' }),
    "invalid value for normalize: 'rows'",
    "'true' or 'pred' or 'all'",
  ],
  'a multiClass that does not exist': [
    () => rocAucScore([0, 1, 2], triples, { multiClass: 'ova' as 'ovr' }),
    "invalid value for multiClass: 'ova'",
    "'ovr' or 'ovo'",
  ],
  'a label that is nowhere': [
    () => confusionMatrix([0, 1], [0, 1], { labels: [7] }),
    'no label of [7] is in y_true',
    'at least one label',
  ],
  'no labels to show': [() => confusionMatrix([0], [0], { labels: [] }), 'labels is empty', 'at least one'],
  'no rows to rank': [() => rocAucScore([], []), 'Found array with 0 sample(s)', 'at least one row'],
  'a missing score': [
    () => rocAucScore([0, 1], [0.5, Number.NaN]),
    'Input contains NaN (position 1)',
    'without a finite value',
  ],
  'an infinite score': [() => rocCurve([0, 1], [0.5, Infinity]), 'Input contains infinity', 'finite'],
  'a missing weight': [
    () => rocCurve([0, 1], [0.5, 1], { sampleWeight: [1, Number.NaN] }),
    'Input sample_weight contains NaN',
    'finite',
  ],
  'labels in place of scores': [
    () => rocAucScore(['a', 'b'], ['a', 'b'] as unknown as number[]),
    "could not convert string to float: 'a'",
    'not predicted labels',
  ],
  'both columns of predictProba': [
    () => rocAucScore([0, 1], pairs),
    'got an array of shape (2, 2)',
    'last column',
  ],
  'curves of three classes': [
    () => rocCurve([0, 1, 2], [0, 1, 2]),
    'multiclass format is not supported',
    'two classes, or posLabel',
  ],
  'other labels without posLabel': [
    () => precisionRecallCurve([1, 2], [0, 1]),
    'y_true takes value in [1,2] and posLabel is not specified',
    'pass posLabel',
  ],
  'weights that are all 0': [
    () => rocCurve([0, 1], [0, 1], { sampleWeight: [0, 0] }),
    'no samples to draw a curve from',
    'at least one of them with a weight',
  ],
  'negative weights': [
    () => areaUnderCurve(Float64Array.of(0, 2, 1), Float64Array.of(0, 1, 1)),
    'x is neither increasing nor decreasing',
    'must not be negative',
  ],
  'a single point': [
    () => areaUnderCurve(Float64Array.of(0), Float64Array.of(0)),
    'at least 2 points, not 1',
    'two or more points',
  ],
  'three classes without multiClass': [
    () => rocAucScore([0, 1, 2], triples),
    'y_true has 3 classes and multiClass is not given',
    "'ovr'",
  ],
  'one score per row for three classes': [
    () => rocAucScore([0, 1, 2], [0, 1, 2], { multiClass: 'ovr' }),
    'Expected 2D array, got 1D array of length 3',
    'matrix of predictProba',
  ],
  'scores that are no probabilities': [
    () => rocAucScore([0, 1, 2], halves, { multiClass: 'ovr' }),
    'scores of row 0 sum to 1.5',
    'predictProba',
  ],
  'weights with pairs of classes': [
    () => rocAucScore([0, 1, 2], triples, { multiClass: 'ovo', sampleWeight: [1, 1, 1] }),
    "sampleWeight is not supported with multiClass 'ovo'",
    "'ovr'",
  ],
  'posLabel for three classes': [
    () => averagePrecisionScore([0, 1, 2], triples, { posLabel: 2 }),
    'posLabel 2 is given for 3 classes',
    'leave posLabel out',
  ],
  'a probability above 1': [
    () => logLoss([0, 1], [0.5, 2]),
    'y_prob contains values greater than 1: 2',
    'predictProba',
  ],
  'a probability below 0': [() => brierScoreLoss([0, 1], [0.5, -1]), 'lower than 0: -1', 'predictProba'],
  'a single class': [() => logLoss([1, 1], [0.5, 0.7]), 'y_true contains only one label (1)', 'in labels'],
  'too few columns': [
    () => logLoss([0, 1, 2], [0.1, 0.2, 0.3]),
    'different number of classes: 3 vs 2',
    'list all classes in labels',
  ],
  'a class that labels lack': [
    () => logLoss([0, 5], [0.1, 0.2], { labels: [0, 1] }),
    'y_true contains 5, which is not in labels',
    '[0,1]',
  ],
  'three classes in one column': [
    () => brierScoreLoss([0, 1, 2], [0.1, 0.2, 0.3]),
    'y_true is multiclass but y_prob has a single column',
    'one column per class',
  ],
};

test.each(Object.keys(mistakes))('%s: a ValueError that names the fact and what to do', (name) => {
  const [run, message, hint] = mistakes[name]!;
  expect(run).toThrow(
    expect.objectContaining({
      name: 'ValueError',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    }),
  );
});

test('weights that sum to 0 are a ZeroDivisionError', () => {
  expect(() => accuracyScore([0, 1], [0, 1], { sampleWeight: [1, -1] })).toThrow(
    expect.objectContaining({ name: 'ZeroDivisionError', hint: expect.stringContaining('sampleWeight') }),
  );
});

test('no rows to draw a precision-recall curve from are an IndexError, as in numpy', () => {
  expect(() => averagePrecisionScore([], [])).toThrow(expect.objectContaining({ name: 'IndexError' }));
});
