import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FusedGiniCriterion } from '../../../../src/core/training/forest/fused-gini-criterion.ts';
import { GiniCriterion } from '../../../../src/core/training/forest/gini-criterion.ts';

/** Rows with small whole weights, so that every sum is exact and the plain definition has one answer. */
const node = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 2 })), {
    minLength: 2,
    maxLength: 15,
  })
  .chain((rows) =>
    fc.record({ rows: fc.constant(rows), moves: fc.array(fc.integer({ min: 1, max: rows.length - 1 })) }),
  );

function giniOf(rows: readonly (readonly [number, number])[]): number {
  const total = rows.reduce((sum, [weight]) => sum + weight, 0);
  const sums = [0, 1, 2].map((code) =>
    rows.reduce((sum, [weight, own]) => sum + (own === code ? weight : 0), 0),
  );
  return 1 - sums.reduce((sum, each) => sum + each * each, 0) / (total * total);
}

describe.each([
  ['separate', GiniCriterion],
  ['fused', FusedGiniCriterion],
] as const)('the criterion with %s arithmetic', (_, Criterion) => {
  it('gives the impurity of both sides of any position, whichever way it got there', () => {
    fc.assert(
      fc.property(node, ({ rows, moves }) => {
        const criterion = new Criterion(
          {
            weights: Float64Array.from(rows, ([weight]) => weight),
            codes: Int32Array.from(rows, ([, code]) => code),
            samples: Int32Array.from(rows, (_, row) => row),
          },
          3,
        );
        criterion.enterNode(0, rows.length);
        expect(criterion.impurity()).toBe(giniOf(rows));
        criterion.reset();
        for (const position of moves.sort((a, b) => a - b)) {
          criterion.moveTo(position);
          const [left, right] = [rows.slice(0, position), rows.slice(position)];
          expect(criterion.impurityLeft()).toBe(giniOf(left));
          expect(criterion.impurityRight()).toBe(giniOf(right));
          expect(criterion.hasLightSide()).toBe(false);
          const weightOf = (side: typeof rows) => side.reduce((sum, [weight]) => sum + weight, 0);
          const lost = giniOf(left) * weightOf(left) + giniOf(right) * weightOf(right);
          expect(criterion.proxyImprovement()).toBeCloseTo(-lost, 10);
          const total = weightOf(rows);
          expect(criterion.improvement(giniOf(rows), 2 * total)).toBeCloseTo(
            (giniOf(rows) - lost / total) / 2,
            10,
          );
        }
      }),
    );
  });
});

it('rounds once where arithmetic is fused', () => {
  const rows = {
    weights: Float64Array.of(0.1, 0.7),
    codes: Int32Array.of(0, 1),
    samples: Int32Array.of(0, 1),
  };
  const impurityOf = (Criterion: typeof GiniCriterion, weights: Float64Array) => {
    const criterion = new Criterion({ ...rows, weights }, 2);
    criterion.enterNode(0, 2);
    return criterion.impurity();
  };
  const differing = Array.from({ length: 50 }, (_, i) => Float64Array.of(0.1 * (i + 1), 0.7)).filter(
    (weights) => impurityOf(GiniCriterion, weights) !== impurityOf(FusedGiniCriterion, weights),
  );
  expect(differing.length).toBeGreaterThan(0);
  for (const weights of differing) {
    expect(impurityOf(FusedGiniCriterion, weights)).toBeCloseTo(impurityOf(GiniCriterion, weights), 14);
  }
});
