import { quote, TypeMismatchError } from '../../core/errors.ts';
import {
  DummyClassifier as CoreDummyClassifier,
  type DummyClassifierOptions,
} from '../../core/training/dummy-classifier.ts';
import type { ForestExecutor } from '../../core/training/forest/forest-executor.ts';
import {
  LogisticRegression as CoreLogisticRegression,
  type LogisticRegressionOptions,
} from '../../core/training/logistic-regression.ts';
import {
  RandomForestClassifier as CoreRandomForest,
  type RandomForestOptions,
} from '../../core/training/random-forest-classifier.ts';
import { MLPClassifier as CoreMlpClassifier } from '../../core/training/tfjs/mlp-classifier.ts';
import type { MLPOptions } from '../../core/training/tfjs/mlp-params.ts';
import type { NetworkTrainer } from '../../core/training/tfjs/network-trainer.ts';
import type { TfjsRuntime } from '../../core/training/tfjs/tfjs-runtime.ts';
import { LabClassifier } from './lab-classifier.ts';
import type { Warn } from './metrics.ts';
import type { TaskContext } from './task-context.ts';

/** What the classifiers need of the lab. */
export interface ClassifierContext {
  readonly executor: ForestExecutor;
  readonly tfjs: TfjsRuntime;
  /** Where networks are trained; this thread where it is not given. */
  readonly trainer?: NetworkTrainer;
  /** A seed for an estimator that was given none: then results differ from run to run, as in scikit-learn. */
  readonly entropy: () => number;
  readonly warn: Warn;
  /** What a fit belongs to; its caller alone where it is not given. */
  readonly tasks?: TaskContext;
}

/** Parameters as a cell gives them: the seed may be left out or null. */
type Seeded<P> = Omit<P, 'randomState'> & { readonly randomState?: number | null };

/** scikit-learn's classifiers by name, bound to this lab; each is documented in core/training. */
export function createClassifiers(context: ClassifierContext) {
  return {
    RandomForestClassifier: LabRandomForestClassifier.bind(null, context),
    LogisticRegression: LabLogisticRegression.bind(null, context),
    MLPClassifier: LabMlpClassifier.bind(null, context),
    DummyClassifier: LabDummyClassifier.bind(null, context),
  };
}

export class LabRandomForestClassifier extends LabClassifier<CoreRandomForest> {
  constructor({ executor, entropy, tasks }: ClassifierContext, params: Seeded<RandomForestOptions> = {}) {
    super(new CoreRandomForest(withSeed('RandomForestClassifier', params, entropy), { executor }), tasks);
  }

  /** Share of each column in the decrease of impurity; adds up to 1. */
  get featureImportances(): Float64Array {
    return this.estimator.featureImportances;
  }

  /** The trees in order. */
  get estimators(): CoreRandomForest['estimators'] {
    return this.estimator.estimators;
  }
}

export class LabLogisticRegression extends LabClassifier<CoreLogisticRegression> {
  constructor({ warn, tasks }: ClassifierContext, params: LogisticRegressionOptions = {}) {
    const given = requireParams('LogisticRegression', params);
    super(new CoreLogisticRegression({ onWarning: warn, ...given }), tasks);
  }

  get coef(): CoreLogisticRegression['coef'] {
    return this.estimator.coef;
  }

  get intercept(): CoreLogisticRegression['intercept'] {
    return this.estimator.intercept;
  }

  /** Iterations that the optimizer took. */
  get nIter(): CoreLogisticRegression['nIter'] {
    return this.estimator.nIter;
  }
}

export class LabMlpClassifier extends LabClassifier<CoreMlpClassifier> {
  constructor({ tfjs, trainer, entropy, tasks }: ClassifierContext, params: Seeded<MLPOptions> = {}) {
    const host = { runtime: tfjs, ...(trainer === undefined ? {} : { trainer }) };
    super(new CoreMlpClassifier(withSeed('MLPClassifier', params, entropy), host), tasks);
  }

  /** Mean loss of each epoch. */
  get lossCurve(): readonly number[] {
    return this.estimator.lossCurve;
  }

  /** Accuracy on the rows kept apart after each epoch; null without early stopping. */
  get validationScores(): readonly number[] | null {
    return this.estimator.validationScores;
  }

  /** Epochs that were run. */
  get nIter(): number {
    return this.estimator.nIter;
  }
}

export class LabDummyClassifier extends LabClassifier<CoreDummyClassifier> {
  constructor({ entropy }: ClassifierContext, params: Seeded<DummyClassifierOptions> = {}) {
    super(new CoreDummyClassifier(withSeed('DummyClassifier', params, entropy)));
  }
}

/** The parameters with a seed where they have none. */
function withSeed<P extends { readonly randomState?: number | null }>(
  estimator: string,
  params: P,
  entropy: () => number,
): P & { readonly randomState: number } {
  const given = requireParams(estimator, params);
  return { ...given, randomState: given.randomState ?? entropy() };
}

function requireParams<P>(estimator: string, params: P): P {
  if (typeof params === 'object' && params !== null) return params;
  throw new TypeMismatchError(
    `${estimator} got ${quote(params)} where its parameters belong`,
    `give them by name, in one object: new ${estimator}({ … })`,
  );
}
