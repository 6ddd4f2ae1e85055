import type { Matrix } from '../../numeric/matrix.ts';
import type { EncodedLabels } from '../encode-labels.ts';
import { classWeights } from './class-weights.ts';
import type { RandomForestParams } from './forest-params.ts';
import type { GrowTask, Sampling } from './grow-task.ts';
import { growthLimits } from './growth-limits.ts';
import { rankColumns } from './ranked-columns.ts';
import { drawCumulative } from './row-weights.ts';
import { drawTreeSeeds } from './tree-seed.ts';

/** The forest that these parameters describe over these rows, ready to be grown anywhere. */
export function createGrowTask(params: RandomForestParams, matrix: Matrix, labels: EncodedLabels): GrowTask {
  return {
    columns: rankColumns(matrix),
    codes: labels.codes,
    nClasses: labels.classes.length,
    sampling: samplingOf(params, labels),
    limits: growthLimits(params, matrix),
    semantics: params.semantics,
    arithmetic: params.arithmetic,
    seeds: drawTreeSeeds(params.randomState, params.nEstimators),
  };
}

/** 'balanced_subsample' without a subsample is 'balanced'. */
function samplingOf(params: RandomForestParams, labels: EncodedLabels): Sampling {
  const { bootstrap, classWeight, semantics } = params;
  if (classWeight === 'balanced_subsample' && bootstrap) {
    return { bootstrap, classWeights: null, balancedSubsample: true, drawCumulative: null };
  }
  const weights = classWeights(classWeight === 'balanced_subsample' ? 'balanced' : classWeight, labels);
  if (weights !== null && bootstrap && semantics === '1.9') {
    const perRow = Float64Array.from(labels.codes, (code) => weights[code]!);
    return {
      bootstrap,
      classWeights: null,
      balancedSubsample: false,
      drawCumulative: drawCumulative(perRow),
    };
  }
  return { bootstrap, classWeights: weights, balancedSubsample: false, drawCumulative: null };
}
