import { quote, TypeMismatchError, ValueError } from '../../errors.ts';
import type { Features } from '../../numeric/matrix.ts';
import { isTable } from '../../table/table.ts';

/** The input columns of `fit`. A matrix has no names: then `named` is false and the columns are x0, x1, … */
export interface SeenFeatures {
  readonly names: readonly string[];
  readonly named: boolean;
}

/** Notes the columns that `fit` is given; a `ValueError` where there is no row or no column to learn from. */
export function seeFeatures(features: Features): SeenFeatures {
  const seen = featuresOf(features);
  const nCols = seen.names.length;
  if (features.nRows === 0 || nCols === 0) {
    throw new ValueError(
      `Found array with 0 ${features.nRows === 0 ? 'sample(s)' : 'feature(s)'} (shape=(${features.nRows}, ${nCols}))`,
      'fit needs at least one row and one column',
    );
  }
  return seen;
}

/** Throws scikit-learn's `ValueError` unless `features` has the columns that `fit` saw, in the same order. */
export function checkSeen(features: Features, seen: SeenFeatures, transformer: string): void {
  const given = featuresOf(features);
  if (given.named && seen.named) checkFeatureNames(given.names, seen.names);
  if (given.names.length !== seen.names.length) {
    throw new ValueError(
      `X has ${given.names.length} features, but ${transformer} is expecting ${seen.names.length} features as input`,
      'pass the same columns, in the same order, as in fit',
    );
  }
}

/** The names that `getFeatureNamesOut` starts from: those given, which must be as many as `fit` saw, or the seen. */
export function inputNames(
  seen: SeenFeatures,
  given: readonly string[] | null | undefined,
): readonly string[] {
  if (given === undefined || given === null) return seen.names;
  if (!Array.isArray(given)) {
    throw new TypeMismatchError(`the input names are ${quote(given)}`, 'give a list of names, or none');
  }
  if (given.length !== seen.names.length) {
    throw new ValueError(
      `input names have length ${given.length}, expected ${seen.names.length}`,
      'give one name per column that fit saw, or none',
    );
  }
  return given;
}

/** Throws scikit-learn's `ValueError` unless the named columns are those that `fit` saw, in the same order. */
export function checkFeatureNames(given: readonly string[], seen: readonly string[]): void {
  if (given.length === seen.length && given.every((name, j) => name === seen[j])) return;
  const unseen = given.filter((name) => !seen.includes(name));
  const missing = seen.filter((name) => !given.includes(name));
  const facts = [
    unseen.length > 0 ? `unseen at fit time: ${unseen.map(quote).join(', ')}` : '',
    missing.length > 0 ? `seen at fit time, yet now missing: ${missing.map(quote).join(', ')}` : '',
  ].filter((fact) => fact !== '');
  throw new ValueError(
    `The feature names should match those that were passed during fit (${facts.join('; ') || 'their order differs'})`,
    `select these columns, in this order: ${seen.join(', ')}`,
  );
}

function featuresOf(features: Features): SeenFeatures {
  return isTable(features)
    ? { names: [...features.columns.keys()], named: true }
    : { names: Array.from({ length: features.nCols }, (_, j) => `x${j}`), named: false };
}
