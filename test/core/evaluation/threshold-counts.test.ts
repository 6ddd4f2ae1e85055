import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countByThreshold } from '../../../src/core/evaluation/threshold-counts.ts';

it('counts what is at or above each distinct score, rows of weight 0 left out', () => {
  const row = fc.record({
    y: fc.constantFrom(0, 1),
    score: fc.integer({ min: -2, max: 2 }),
    weight: fc.nat(3),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
      fc.pre(rows.some(({ weight }) => weight > 0));
      const counts = countByThreshold(
        rows.map(({ y }) => y),
        rows.map(({ score }) => score),
        { sampleWeight: rows.map(({ weight }) => weight), posLabel: 1 },
      );
      const counted = rows.filter(({ weight }) => weight > 0);
      const thresholds = [...new Set(counted.map(({ score }) => score))].sort((a, b) => b - a);
      expect([...counts.thresholds]).toEqual(thresholds);
      const sumOf = (label: number) =>
        thresholds.map((least) =>
          counted.reduce(
            (sum, { y, score, weight }) => sum + (y === label && score >= least ? weight : 0),
            0,
          ),
        );
      expect([...counts.truePositives]).toEqual(sumOf(1));
      expect([...counts.falsePositives]).toEqual(sumOf(0));
    }),
  );
});

it('needs to know the positive class, and at least one row', () => {
  expect(() => countByThreshold(['a', 'b'], [1, 2], {})).toThrow(/posLabel is not specified/);
  expect(() => countByThreshold([0, 1, 2], [1, 2, 3], {})).toThrow('multiclass format is not supported');
  const weightless = { sampleWeight: [0, 0] };
  expect(() => countByThreshold([0, 1], [1, 2], weightless)).toThrow(
    expect.objectContaining({ name: 'ValueError' }),
  );
  expect(() => countByThreshold([0, 1], [1, 2], { ...weightless, posLabel: 1 })).toThrow(
    expect.objectContaining({ name: 'IndexError' }),
  );
});
