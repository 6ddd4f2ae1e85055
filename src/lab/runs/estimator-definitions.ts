/** The estimators that a run can train, by scikit-learn's names. */
export const ESTIMATOR_NAMES = [
  'RandomForestClassifier',
  'LogisticRegression',
  'MLPClassifier',
  'DummyClassifier',
] as const;

export type EstimatorName = (typeof ESTIMATOR_NAMES)[number];

/** A value of an estimator's parameter, as JSON holds it. */
export type ParamValue = number | string | boolean | null | readonly number[];

/** One parameter as a form asks for it. */
export interface ParamDefinition {
  readonly name: string;
  readonly kind: 'whole' | 'number' | 'list' | 'choice' | 'flag';
  /** The course's setting. */
  readonly initial: ParamValue;
  /** Least value of a number, inclusive but for those of kind 'number'. */
  readonly above?: number;
  /** Most that this page trains; a cell may ask for more. */
  readonly most?: number;
  /** Whether an empty field stands for null: no limit. */
  readonly isOptional?: boolean;
  /** What a choice is made from; null is a choice too. */
  readonly choices?: readonly (string | null)[];
}

/** How one estimator is trained here. */
export interface EstimatorDefinition {
  /** Name of its step in the pipeline. */
  readonly step: string;
  /** Whether it learns better from columns of like scale. */
  readonly isScaled: boolean;
  /** What its progress counts; null where it is done at once. */
  readonly unit: 'trees' | 'epochs' | 'iterations' | null;
  readonly params: readonly ParamDefinition[];
}

const BALANCED: ParamDefinition = {
  name: 'classWeight',
  kind: 'choice',
  initial: 'balanced',
  choices: ['balanced', null],
};

/** Every estimator with its parameters and the course's settings. */
export const ESTIMATORS: Readonly<Record<EstimatorName, EstimatorDefinition>> = {
  RandomForestClassifier: {
    step: 'forest',
    isScaled: false,
    unit: 'trees',
    params: [
      { name: 'nEstimators', kind: 'whole', initial: 300, above: 1, most: 2000 },
      { name: 'maxDepth', kind: 'whole', initial: null, above: 1, most: 100, isOptional: true },
      { name: 'minSamplesLeaf', kind: 'whole', initial: 1, above: 1, most: 1000 },
      { name: 'maxFeatures', kind: 'choice', initial: 'sqrt', choices: ['sqrt', 'log2', null] },
      BALANCED,
    ],
  },
  LogisticRegression: {
    step: 'model',
    isScaled: true,
    unit: 'iterations',
    params: [
      { name: 'C', kind: 'number', initial: 1, above: 0, most: 1e6 },
      { name: 'maxIter', kind: 'whole', initial: 200, above: 1, most: 5000 },
      { ...BALANCED, initial: null },
    ],
  },
  MLPClassifier: {
    step: 'model',
    isScaled: true,
    unit: 'epochs',
    params: [
      { name: 'hiddenLayerSizes', kind: 'list', initial: [16], above: 1, most: 256 },
      { name: 'learningRateInit', kind: 'number', initial: 0.001, above: 0, most: 1 },
      { name: 'maxIter', kind: 'whole', initial: 20, above: 1, most: 500 },
      { name: 'batchSize', kind: 'whole', initial: 200, above: 1, most: 10_000 },
      { name: 'earlyStopping', kind: 'flag', initial: false },
    ],
  },
  DummyClassifier: {
    step: 'model',
    isScaled: false,
    unit: null,
    params: [
      {
        name: 'strategy',
        kind: 'choice',
        initial: 'prior',
        choices: ['prior', 'most_frequent', 'stratified', 'uniform'],
      },
    ],
  },
};

/** The course's parameters of one estimator. */
export function initialParams(name: EstimatorName): Record<string, ParamValue> {
  return Object.fromEntries(ESTIMATORS[name].params.map((param) => [param.name, param.initial]));
}
