import type { Features } from '../numeric/matrix.ts';
import type { Classifier, Predictions } from './estimator.ts';

/** Labels and probabilities of the same rows, from one evaluation where the classifier can: half the cost per request. */
export async function predictBoth(classifier: Classifier, features: Features): Promise<Predictions> {
  if (classifier.predictBoth !== undefined) return classifier.predictBoth(features);
  const labels = await classifier.predict(features);
  return { labels, probabilities: await classifier.predictProba(features) };
}
