import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halfBinomialLoss } from '../../../../src/core/training/logistic/half-binomial-loss.ts';
import { multinomialLoss } from '../../../../src/core/training/logistic/multinomial-loss.ts';
import { penalizedLoss } from '../../../../src/core/training/logistic/penalized-loss.ts';

const matrix = { data: Float64Array.of(1, -2, 0.5, 3, -1, 0, 2, 2), nRows: 4, nCols: 2 };
const weights = Float64Array.of(1, 2, 0, 0.5);

const problems = [
  { name: 'two classes', nOutputs: 1, rowLoss: halfBinomialLoss, codes: Int32Array.of(0, 1, 1, 0) },
  { name: 'three classes', nOutputs: 3, rowLoss: multinomialLoss, codes: Int32Array.of(0, 2, 1, 0) },
];

test.each(problems)('$name: the gradient is the slope of the value in every direction', (problem) => {
  const { nOutputs, rowLoss, codes } = problem;
  fc.assert(
    fc.property(fc.boolean(), points(nOutputs * 3), (fitIntercept, numbers) => {
      const model = { nOutputs, fitIntercept, strength: 0.3 };
      const objective = penalizedLoss({ matrix, codes, weights }, rowLoss, model);
      const point = Float64Array.from(numbers.slice(0, nOutputs * (2 + Number(fitIntercept))));
      const { gradient } = objective(point);
      point.forEach((_, i) => {
        const slope =
          (objective(moved(point, i, 1e-5)).value - objective(moved(point, i, -1e-5)).value) / 2e-5;
        expect(gradient[i]).toBeCloseTo(slope, 6);
      });
    }),
  );
});

test('two classes by softmax of half the score each way lose what the binomial loss says', () => {
  const gradient = new Float64Array(2);
  const single = new Float64Array(1);
  for (const score of [-800, -40, -3, -0.5, 0, 1, 17, 19, 30, 800]) {
    for (const code of [0, 1]) {
      const loss = halfBinomialLoss(Float64Array.of(score), code, single);
      expect(multinomialLoss(Float64Array.of(-score / 2, score / 2), code, gradient)).toBeCloseTo(loss, 12);
      expect(gradient[1]).toBeCloseTo(single[0]!, 12);
    }
  }
});

function points(length: number): fc.Arbitrary<number[]> {
  return fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: length, maxLength: length });
}

function moved(point: Float64Array, at: number, by: number): Float64Array {
  return point.map((value, i) => (i === at ? value + by : value));
}
