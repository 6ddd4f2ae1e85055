import { LabError } from '../errors.ts';

/** An estimator was used before `fit`; scikit-learn's name and sentence. */
export class NotFittedError extends LabError {
  override readonly name = 'NotFittedError';

  /** `estimator` is the class that students see, e.g. 'OneHotEncoder'. */
  constructor(estimator: string) {
    super(
      `This ${estimator} instance is not fitted yet`,
      "call 'await estimator.fit(...)' before using this estimator",
    );
  }
}
