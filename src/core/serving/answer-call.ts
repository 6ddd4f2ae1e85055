import type { Matrix } from '../numeric/matrix.ts';
import type { Label } from '../training/estimator.ts';
import type { Answer, Outcome, PredictCall } from './answer.ts';
import { reportsByName, type ServedFeature, staleNames } from './feature-report.ts';
import type { ModelReference } from './model-resolver.ts';

/** What the model said of the one row: its label, and one probability per class. */
export interface Prediction {
  readonly label: Label;
  readonly probabilities: Matrix;
}

/**
 * The answer with a prediction; false and true are answered as 0 and 1. Under the policy 'course' it has the
 * course's members and `features`; else also the probability of the last class, the model and warnings.
 */
export function answerCall(call: PredictCall, prediction: Prediction, model: ModelReference): Answer {
  const { entity, features, options } = call;
  const stale = staleNames(features);
  const warnings =
    stale.length > 0 && options.onStale === 'warn' ? [`stale features: ${stale.join(', ')}`] : [];
  const { label, probabilities } = prediction;
  const extras = {
    probability: probabilities.data[probabilities.nCols - 1],
    model: { name: model.name, version: model.version, stage: model.stage },
    warnings,
  };
  return {
    outcome: outcomeOf(features, stale),
    status: 200,
    body: {
      [options.joinKey]: entity,
      prediction: typeof label === 'boolean' ? Number(label) : label,
      features_used: Object.fromEntries(features.map(({ name, report }) => [name, report.value])),
      ...(options.onMissing === 'course' ? {} : extras),
      features: reportsByName(features),
    },
  };
}

function outcomeOf(features: readonly ServedFeature[], stale: readonly string[]): Outcome {
  if (stale.length > 0) return 'stale-served';
  const isFilled = features.some(({ report }) => report.source === 'imputed' || report.source === 'pipeline');
  return isFilled ? 'imputed' : 'success';
}
