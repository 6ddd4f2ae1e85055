import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/core/tracking/run.ts';
import type { Curves, TestScores } from '../../../src/lab/runs/evaluation.ts';
import type { RunDetails } from '../../../src/lab/runs/read-run.ts';
import { withCurves } from '../../../src/lab/runs/with-curves.ts';

const TEST = { labels: [0, 0, 1, 1], scores: [0.1, 0.4, 0.35, 0.8] };

function run(test: TestScores | null, curves: Curves | null = null): RunDetails {
  const data = { params: {}, metrics: { auc: 0.5 }, tags: {} };
  return { run: { data } as unknown as Run, test, curves } as RunDetails;
}

describe('the curves of a run whose cell logged only the scores of its test rows', () => {
  it('are computed from those, with what is said of them; what was logged stays', () => {
    const { curves, run: drawn } = withCurves(run(TEST));
    expect(curves?.roc).toEqual({ fpr: [0, 0, 0.5, 0.5, 1], tpr: [0, 0.5, 0.5, 1, 1] });
    expect(drawn.data.metrics).toEqual({ auc: 0.5, average_precision: 0.8333333333333333 });
  });

  it('are left alone where they were logged, where there are no scores, and where those are none', () => {
    for (const given of [run(null), run(TEST, {} as Curves), run({ labels: [1], scores: 'high' } as never)])
      expect(withCurves(given)).toBe(given);
  });
});
