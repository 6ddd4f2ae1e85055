import { averagePrecisionScore } from '../../core/evaluation/average-precision-score.ts';
import { rocAucScore } from '../../core/evaluation/roc-auc-score.ts';
import { drawCurves } from './evaluation.ts';
import type { RunDetails } from './read-run.ts';

/**
 * A run as its curves need it: where a cell logged the scores of the test rows and no more, curves and the two scores
 * that are said of them are computed from those. Scores that are none leave the run as it is.
 */
export function withCurves(details: RunDetails): RunDetails {
  const { run, test, curves } = details;
  if (test === null || curves !== null) return details;
  try {
    const { labels, scores } = test;
    const metrics = {
      auc: rocAucScore(labels, scores),
      average_precision: averagePrecisionScore(labels, scores),
      ...run.data.metrics,
    };
    return {
      ...details,
      curves: drawCurves(test),
      run: { ...run, data: { ...run.data, metrics } },
    };
  } catch {
    // A cell may log anything under that name.
    return details;
  }
}
