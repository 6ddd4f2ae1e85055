import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rocAucScore } from '../../../src/core/evaluation/roc-auc-score.ts';

const rows = fc.array(
  fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 3 })),
  {
    minLength: 2,
    maxLength: 40,
  },
);

test('it is the weight of pairs in which the positive scores higher, ties half', () => {
  fc.assert(
    fc.property(rows, (table) => {
      const positive = table.filter(([label, , weight]) => label && weight > 0);
      const negative = table.filter(([label, , weight]) => !label && weight > 0);
      fc.pre(positive.length > 0 && negative.length > 0);
      let won = 0;
      let total = 0;
      for (const [, high, w] of positive) {
        for (const [, low, v] of negative) {
          total += w * v;
          won += w * v * (high > low ? 1 : high === low ? 0.5 : 0);
        }
      }
      const [labels, scores, sampleWeight] = [0, 1, 2].map((i) => table.map((row) => row[i])) as [
        boolean[],
        number[],
        number[],
      ];
      expect(rocAucScore(labels, scores, { sampleWeight })).toBeCloseTo(won / total, 12);
    }),
  );
});

test('strings and booleans: the greater label is the positive one', () => {
  expect(rocAucScore(['stay', 'leave', 'stay'], [0.9, 0.1, 0.8])).toBe(1);
  expect(rocAucScore([true, false], [0.9, 0.1])).toBe(1);
});

test('one class only is NaN with a warning', () => {
  const warnings: string[] = [];
  expect(rocAucScore([1, 1], [0.1, 0.9], { onWarning: (text) => warnings.push(text) })).toBeNaN();
  expect(warnings).toEqual([
    'only one class is present in y_true: ROC AUC is not defined and returned as NaN',
  ]);
});

test('no average over pairs is not implemented, as in scikit-learn', () => {
  const thirds = { data: new Float64Array(9).fill(1 / 3), nRows: 3, nCols: 3 };
  expect(() => rocAucScore([0, 1, 2], thirds, { multiClass: 'ovo', average: null })).toThrow(
    expect.objectContaining({ name: 'NotImplementedError', hint: expect.stringContaining("'ovr'") }),
  );
});

test('columns for more classes than y_true holds are told as such', () => {
  const thirds = { data: new Float64Array(6).fill(1 / 3), nRows: 2, nCols: 3 };
  expect(() => rocAucScore([0, 1], thirds, { multiClass: 'ovr' })).toThrow(
    'y_true has 2 classes but yScore has 3 columns',
  );
});
