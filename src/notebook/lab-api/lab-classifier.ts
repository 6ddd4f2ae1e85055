import { checkOptions } from '../../core/check-options.ts';
import { accuracyScore } from '../../core/evaluation/accuracy-score.ts';
import type { Features } from '../../core/numeric/matrix.ts';
import { TASK_OPTIONS, type TaskOptions } from '../../core/task.ts';
import type { Classifier, EstimatorArtifact, Label, Labels } from '../../core/training/estimator.ts';
import { type AcceptedFeatures, type AcceptedVector, toFeatures, toVector } from './accepted.ts';
import { type ProbabilityRows, toProbabilityRows } from './probability-rows.ts';
import { callersOwn, type TaskContext } from './task-context.ts';

/** The rows a classifier was last fitted on. */
export interface TrainingRows {
  readonly features: Features;
  readonly labels: Labels;
}

/** A classifier as cells use it: scikit-learn's methods over one of core's estimators, for tables in any form. */
export class LabClassifier<C extends Classifier = Classifier> {
  /** The estimator that does the work. */
  readonly estimator: C;
  readonly #tasks: TaskContext;
  #trainingRows: TrainingRows | null = null;

  constructor(estimator: C, tasks: TaskContext = callersOwn) {
    this.estimator = estimator;
    this.#tasks = tasks;
  }

  get params(): Readonly<Record<string, unknown>> {
    return this.estimator.params;
  }

  /** Distinct labels in sorted order; set by `fit`. */
  get classes(): readonly Label[] {
    return this.estimator.classes;
  }

  /** Learns from rows `X` and their labels `y`; gives back itself. */
  async fit(X: AcceptedFeatures, y: AcceptedVector, options: TaskOptions = {}): Promise<this> {
    checkOptions('fit', options, { optional: TASK_OPTIONS });
    const rows = { features: toFeatures(X), labels: toVector(y, 'y') };
    await this.estimator.fit(rows.features, rows.labels, this.#tasks.withTask(options));
    this.#trainingRows = rows;
    return this;
  }

  /** The rows of the last successful `fit`; null before, and for a model that was loaded. */
  get trainingRows(): TrainingRows | null {
    return this.#trainingRows;
  }

  /** The most probable label of every row. */
  async predict(X: AcceptedFeatures): Promise<Label[]> {
    return this.estimator.predict(toFeatures(X));
  }

  /** Per row one probability per class, in the order of `classes`. */
  async predictProba(X: AcceptedFeatures): Promise<ProbabilityRows> {
    return toProbabilityRows(await this.estimator.predictProba(toFeatures(X)));
  }

  /** Accuracy on the given rows, as scikit-learn's `score`. */
  async score(X: AcceptedFeatures, y: AcceptedVector): Promise<number> {
    return accuracyScore(toVector(y, 'y'), await this.predict(X));
  }

  /** The fitted model as a plain value. */
  toArtifact(): EstimatorArtifact {
    return this.estimator.toArtifact();
  }

  /** SHA-256 hex of the fitted model: equal in every engine. */
  digest(): string {
    return this.estimator.digest();
  }
}
