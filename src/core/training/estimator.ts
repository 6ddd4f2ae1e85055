import type { Features, Matrix } from '../numeric/matrix.ts';
import type { TaskOptions } from '../task.ts';

/** A class label. */
export type Label = number | boolean | string;

/** Labels, one per row. */
export type Labels = ArrayLike<Label>;

/**
 * A fitted estimator as a plain, cloneable value (typed arrays, strings, numbers, nested objects): what is
 * stored as a model, posted to a worker and digested. `kind` names the estimator class.
 */
export interface EstimatorArtifact {
  readonly kind: string;
  readonly version: number;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What `predict` and `predictProba` say of the same rows. */
export interface Predictions {
  readonly labels: readonly Label[];
  readonly probabilities: Matrix;
}

/** scikit-learn's contract of a classifier. `fit` works on copies and leaves a failed estimator unfitted. */
export interface Classifier {
  readonly params: Readonly<Record<string, unknown>>;
  /** Distinct labels in sorted order; set by `fit`. */
  readonly classes: readonly Label[];
  fit(features: Features, labels: Labels, options?: TaskOptions): Promise<this>;
  predict(features: Features): Promise<Label[]>;
  /** One row per input row, one column per class in the order of `classes`. */
  predictProba(features: Features): Promise<Matrix>;
  /** Both from one evaluation; a classifier that has nothing to spare is asked twice by `predictBoth`. */
  predictBoth?(features: Features): Promise<Predictions>;
  toArtifact(): EstimatorArtifact;
  /** SHA-256 hex of the fitted estimator; equal in every engine and for any number of workers. */
  digest(): string;
}

/**
 * scikit-learn's contract of a transformer: learns from the training rows, then maps any rows. A table gives a
 * table whose columns are named by `getFeatureNamesOut`, a matrix gives a matrix.
 */
export interface Transformer {
  readonly params: Readonly<Record<string, unknown>>;
  fit(features: Features, labels?: Labels): Promise<this>;
  transform(features: Features): Features;
  /** Names of the output columns, given the names of the input columns. */
  getFeatureNamesOut(inputNames?: readonly string[]): string[];
  /** An unfitted transformer with the same parameters. */
  clone(): Transformer;
  toArtifact(): EstimatorArtifact;
}
