import { COURSE_FEATURES } from '../route/course-features.ts';
import { AS_OF } from '../route/course-state.ts';
import { type EstimatorName, initialParams, type ParamValue } from './estimator-definitions.ts';

/** What one run does, whole: the same specification on the same data gives the same model, digit for digit. */
export interface RunSpecification {
  /** The month whose customers are learnt from: '2024-01-31'. */
  readonly asOf: string;
  /** 'view:feature' references, in the order in which the model takes them. */
  readonly features: readonly string[];
  /** Share of the rows kept for testing. */
  readonly testSize: number;
  readonly splitSeed: number;
  readonly estimator: {
    readonly name: EstimatorName;
    readonly params: Readonly<Record<string, ParamValue>>;
  };
  /** Seed of the estimator. */
  readonly seed: number;
  readonly runName: string;
}

/** The experiment that the page's runs are in. */
export const EXPERIMENT = 'streamflow';

/** Where a run keeps its specification among its artifacts. */
export const SPECIFICATION_PATH = 'specification.json';

/** The run that the course trains. */
export const COURSE_SPECIFICATION: RunSpecification = {
  asOf: AS_OF,
  features: COURSE_FEATURES,
  testSize: 0.25,
  splitSeed: 42,
  estimator: { name: 'RandomForestClassifier', params: initialParams('RandomForestClassifier') },
  seed: 42,
  runName: 'random forest',
};

/** The specification as the run's params: one entry per setting, the estimator's own under their names. */
export function paramsOf(specification: RunSpecification): Record<string, unknown> {
  const { asOf, features, testSize, splitSeed, estimator, seed } = specification;
  return {
    estimator: estimator.name,
    ...estimator.params,
    randomState: seed,
    asOf,
    nFeatures: features.length,
    features: features.join(', '),
    testSize,
    splitSeed,
  };
}
