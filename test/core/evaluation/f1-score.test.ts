import fc from 'fast-check';
import { expect, test } from 'vitest';
import { f1Score } from '../../../src/core/evaluation/f1-score.ts';
import { precisionScore } from '../../../src/core/evaluation/precision-score.ts';
import { recallScore } from '../../../src/core/evaluation/recall-score.ts';

const labels = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 50 });

test('F1 is the harmonic mean of precision and recall', () => {
  fc.assert(
    fc.property(labels, (pairs) => {
      fc.pre(pairs.some(([truth, guess]) => truth && guess));
      const y = pairs.map(([truth]) => truth);
      const pred = pairs.map(([, guess]) => guess);
      const [p, r] = [precisionScore(y, pred), recallScore(y, pred)];
      expect(f1Score(y, pred)).toBeCloseTo((2 * p * r) / (p + r), 12);
    }),
  );
});

test('nothing predicted positive: 0 with a warning, or what zeroDivision says without one', () => {
  const warnings: string[] = [];
  const onWarning = (text: string) => warnings.push(text);
  expect(precisionScore([0, 1], [0, 0], { onWarning })).toBe(0);
  expect(warnings).toEqual(['precision is 0/0 and set to 0; choose another value with zeroDivision']);
  expect(precisionScore([0, 1], [0, 0], { zeroDivision: 1, onWarning })).toBe(1);
  expect(precisionScore([0, 1], [0, 0], { zeroDivision: Number.NaN, onWarning })).toBeNaN();
  expect(warnings.length).toBe(1);
});

test('average null gives one value per class, in the order of the classes', () => {
  expect(recallScore(['b', 'a', 'b', 'c'], ['b', 'a', 'a', 'b'], { average: null })).toEqual([1, 0.5, 0]);
});
