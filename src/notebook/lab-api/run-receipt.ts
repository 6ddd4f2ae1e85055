import { digestOf, digestOfValue } from '../../core/digest.ts';
import { isMatrix } from '../../core/numeric/matrix.ts';
import { tableDigest } from '../../core/table/table-digest.ts';
import { createReceipt, type Receipt } from '../../core/tracking/receipt.ts';
import type { LabClassifier, TrainingRows } from './lab-classifier.ts';

/**
 * The receipt of a fitted model: digests of its training rows, its parameters and seed → digests of the model and
 * of its probabilities for the same rows. Equal in every engine for equal inputs.
 */
export async function receiptOf(
  model: LabClassifier,
  { features, labels }: TrainingRows,
  codeVersion: string,
): Promise<Receipt> {
  const params = JSON.parse(JSON.stringify(model.params)) as Record<string, unknown>;
  const { data } = await model.estimator.predictProba(features);
  return createReceipt({
    dataDigests: {
      X: isMatrix(features) ? digestOfValue(features) : tableDigest(features),
      y: digestOfValue(Array.from(labels)),
    },
    codeVersion,
    params,
    seed: seedOf(params),
    modelDigest: model.digest(),
    predictionsDigest: digestOf(data),
  });
}

/** The seed of the estimator; in a pipeline the parameter is called `step__randomState`. */
function seedOf(params: Readonly<Record<string, unknown>>): number | null {
  const names = Object.keys(params).filter((name) => /(^|__)randomState$/.test(name));
  const seeds = names.map((name) => params[name]).filter((value) => typeof value === 'number');
  return seeds[0] ?? null;
}
