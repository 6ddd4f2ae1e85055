import { describe, expect, it } from 'vitest';
import { f1Score } from '../../../src/core/evaluation/f1-score.ts';
import { recallScore } from '../../../src/core/evaluation/recall-score.ts';
import {
  cheapest,
  costAt,
  costLine,
  scoreAtHundredths,
  scoreAtThreshold,
} from '../../../src/lab/runs/at-threshold.ts';

const TEST = { labels: [0, 0, 0, 1, 1, 1], scores: [0.1, 0.4, 0.8, 0.3, 0.6, 0.9] };

describe('a threshold', () => {
  it('calls the rows at or above it and counts both kinds of mistakes', () => {
    expect(scoreAtThreshold(TEST, 0.6)).toMatchObject({
      truePositives: 2,
      falsePositives: 1,
      falseNegatives: 1,
      trueNegatives: 2,
      precision: 2 / 3,
      recall: 2 / 3,
      accuracy: 4 / 6,
    });
  });

  it.each([0, 0.25, 0.35, 0.6, 0.95])(
    'at %d has the recall and F1 that the metrics of core give',
    (threshold) => {
      const called = TEST.scores.map((score) => Number(score >= threshold));
      const at = scoreAtThreshold(TEST, threshold);
      expect(at.recall).toBe(recallScore(TEST.labels, called));
      expect(at.f1).toBeCloseTo(f1Score(TEST.labels, called), 15);
    },
  );

  it('that nobody reaches has precision 0 and costs every leaver', () => {
    const at = scoreAtThreshold(TEST, 1);
    expect(at).toMatchObject({ precision: 0, recall: 0, f1: 0 });
    expect(costAt(at, { missedLeaver: 50, needlessCall: 5 })).toBe(150);
  });

  it('moves down when a missed leaver costs more', () => {
    const points = scoreAtHundredths(TEST);
    const dear = cheapest(costLine(points, { missedLeaver: 100, needlessCall: 1 }));
    const cheap = cheapest(costLine(points, { missedLeaver: 1, needlessCall: 100 }));
    expect(dear.cost).toBe(2);
    expect(cheap.cost).toBe(2);
    expect(dear.threshold).toBeLessThan(cheap.threshold);
  });
});
