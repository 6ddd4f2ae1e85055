import { digestOfValue } from '../digest.ts';
import { quote, ValueError } from '../errors.ts';
import { type LbfgsResult, minimizeLbfgs } from '../numeric/lbfgs/minimize-lbfgs.ts';
import type { Features, Matrix } from '../numeric/matrix.ts';
import { type TaskOptions, throwIfCancelled } from '../task.ts';
import { checkX, checkXy } from './check-inputs.ts';
import { checkParam, checkRandomState, completeParams, isNumber } from './check-params.ts';
import type { EncodedLabels } from './encode-labels.ts';
import type { Classifier, EstimatorArtifact, Label, Labels } from './estimator.ts';
import { classWeights } from './forest/class-weights.ts';
import type { ClassWeightTable } from './forest/forest-params.ts';
import { halfBinomialLoss, sigmoid } from './logistic/half-binomial-loss.ts';
import { type LinearWeights, linearScores } from './logistic/linear-scores.ts';
import { multinomialLoss, softmax } from './logistic/multinomial-loss.ts';
import { penalizedLoss, unpackWeights } from './logistic/penalized-loss.ts';
import { type TrainingRows, totalWeight } from './logistic/training-rows.ts';
import { NotFittedError } from './not-fitted-error.ts';

export interface LogisticRegressionParams {
  /** Inverse strength of the penalty on the coefficients. */
  readonly C: number;
  readonly maxIter: number;
  /** Stop where no component of the gradient is larger. */
  readonly tol: number;
  readonly fitIntercept: boolean;
  readonly classWeight: 'balanced' | ClassWeightTable | null;
  /** Accepted for scikit-learn's sake: nothing here is random. */
  readonly randomState: number | null;
}

export interface LogisticRegressionArtifact extends EstimatorArtifact, LinearWeights {
  readonly kind: 'LogisticRegression';
  readonly version: 1;
  readonly params: Readonly<Record<string, unknown>> & LogisticRegressionParams;
  /** Null for a model that was fitted on a matrix. Not digested: names change no prediction. */
  readonly featureNames: readonly string[] | null;
  readonly classes: readonly Label[];
  readonly nIter: number;
  readonly converged: boolean;
}

/** The parameters a caller may leave out, and who is told what scikit-learn's `ConvergenceWarning` tells. */
export interface LogisticRegressionOptions extends Partial<LogisticRegressionParams> {
  readonly onWarning?: ((message: string) => void) | undefined;
}

type Fitted = Omit<LogisticRegressionArtifact, 'kind' | 'version' | 'params'>;

const DEFAULTS: LogisticRegressionParams = {
  C: 1,
  maxIter: 100,
  tol: 1e-4,
  fitIntercept: true,
  classWeight: null,
  randomState: null,
};

/**
 * Logistic regression with an L2 penalty, for two classes or, by softmax, more. Follows scikit-learn 1.7.2's
 * lbfgs solver: same iterations, coefficients equal up to the rounding of sums (about 1e-12 on standardised
 * columns; on columns of very different scale scikit-learn's own result moves when columns change places, and
 * this one differs as much). Every engine gives the same bits. Costs rows × columns × outputs per iteration.
 */
export class LogisticRegression implements Classifier {
  readonly params: Readonly<Record<string, unknown>> & LogisticRegressionParams;
  private readonly onWarning: LogisticRegressionOptions['onWarning'];
  private fitted: Fitted | null = null;

  constructor({ onWarning, ...params }: LogisticRegressionOptions = {}) {
    this.onWarning = onWarning;
    this.params = { ...completeParams('LogisticRegression', DEFAULTS, params) };
    checkParams(this.params);
  }

  get classes(): readonly Label[] {
    return this.requireFitted().classes;
  }

  /** One row of coefficients for two classes (towards the second), else one per class. */
  get coef(): Matrix {
    return this.requireFitted().coef;
  }

  /** One per row of `coef`. */
  get intercept(): Float64Array {
    return this.requireFitted().intercept;
  }

  get nIter(): number {
    return this.requireFitted().nIter;
  }

  /** Whether a minimum was found within `maxIter`. */
  get converged(): boolean {
    return this.requireFitted().converged;
  }

  /** Progress counts iterations. Throws `ValueError` for one class only and for what `checkXy` refuses. */
  async fit(features: Features, labels: Labels, options: TaskOptions = {}): Promise<this> {
    this.fitted = null;
    const { matrix, featureNames, ...encoded } = checkXy(features, labels);
    if (encoded.classes.length < 2) {
      throw new ValueError(
        `y contains only one class: ${quote(encoded.classes[0])}`,
        'logistic regression needs samples of at least 2 classes; look at the labels of these rows',
      );
    }
    const { fitted, warning } = fitWeights(this.params, { matrix, encoded, options });
    this.fitted = { ...fitted, featureNames };
    if (warning !== null) this.onWarning?.(warning);
    return this;
  }

  /** Per row the class of the highest probability. */
  async predict(features: Features): Promise<Label[]> {
    const { classes } = this.requireFitted();
    const { data, nRows, nCols } = this.decisionFunction(features);
    return Array.from({ length: nRows }, (_, row) => {
      if (nCols === 1) return classes[Number(data[row]! > 0)]!;
      const scores = data.subarray(row * nCols, (row + 1) * nCols);
      return classes[scores.indexOf(Math.max(...scores))]!;
    });
  }

  async predictProba(features: Features): Promise<Matrix> {
    const { classes } = this.requireFitted();
    const scores = this.decisionFunction(features);
    const data = new Float64Array(scores.nRows * classes.length);
    for (let row = 0; row < scores.nRows; row++) {
      const own = data.subarray(row * classes.length, (row + 1) * classes.length);
      if (classes.length === 2) {
        own[1] = sigmoid(scores.data[row]!);
        own[0] = 1 - own[1];
      } else {
        softmax(scores.data.subarray(row * scores.nCols, (row + 1) * scores.nCols), own);
      }
    }
    return { data, nRows: scores.nRows, nCols: classes.length };
  }

  /** The linear scores: positive means the second of two classes; one column per class for more. */
  decisionFunction(features: Features): Matrix {
    const fitted = this.requireFitted();
    const { featureNames, coef } = fitted;
    return linearScores(checkX(features, { nFeatures: coef.nCols, featureNames }), fitted);
  }

  toArtifact(): LogisticRegressionArtifact {
    return { kind: 'LogisticRegression', version: 1, params: this.params, ...this.requireFitted() };
  }

  digest(): string {
    const { featureNames: _, ...model } = this.toArtifact();
    return digestOfValue(model);
  }

  /** The fitted model that `toArtifact` described. */
  static fromArtifact(artifact: EstimatorArtifact): LogisticRegression {
    const { kind: _, version: __, params, ...fitted } = artifact as LogisticRegressionArtifact;
    const model = new LogisticRegression(params);
    model.fitted = fitted;
    return model;
  }

  private requireFitted(): Fitted {
    if (this.fitted === null) throw new NotFittedError('LogisticRegression');
    return this.fitted;
  }
}

function checkParams({
  C,
  maxIter,
  tol,
  fitIntercept,
  classWeight,
  randomState,
}: LogisticRegressionParams): void {
  checkParam(isNumber(C) && C > 0, { name: 'C', value: C, expected: 'a number above 0' });
  checkParam(Number.isInteger(maxIter) && maxIter >= 0, {
    name: 'maxIter',
    value: maxIter,
    expected: 'a whole number from 0 on',
  });
  checkParam(isNumber(tol) && tol > 0, { name: 'tol', value: tol, expected: 'a number above 0' });
  checkParam(typeof fitIntercept === 'boolean', {
    name: 'fitIntercept',
    value: fitIntercept,
    expected: 'true or false',
  });
  checkParam(typeof classWeight !== 'string' || classWeight === 'balanced', {
    name: 'classWeight',
    value: classWeight,
    expected: "'balanced', a weight per class or null",
  });
  checkRandomState(randomState);
}

function fitWeights(
  params: LogisticRegressionParams,
  input: { readonly matrix: Matrix; readonly encoded: EncodedLabels; readonly options: TaskOptions },
): { readonly fitted: Omit<Fitted, 'featureNames'>; readonly warning: string | null } {
  const { matrix, encoded, options } = input;
  const { classes, codes } = encoded;
  const perClass = classWeights(params.classWeight, encoded);
  const weights = perClass && Float64Array.from(codes, (code) => perClass[code]!);
  const rows: TrainingRows = { matrix, codes, weights };
  const model = { nOutputs: classes.length === 2 ? 1 : classes.length, fitIntercept: params.fitIntercept };
  const rowLoss = classes.length === 2 ? halfBinomialLoss : multinomialLoss;
  const strength = 1 / (params.C * totalWeight(rows));
  const start = new Float64Array(model.nOutputs * (matrix.nCols + Number(model.fitIntercept)));
  const result = minimizeLbfgs(penalizedLoss(rows, rowLoss, { ...model, strength }), start, {
    maxIterations: params.maxIter,
    gradientTolerance: params.tol,
    valueTolerance: 64 * Number.EPSILON,
    onIteration: (done) => {
      throwIfCancelled(options.signal, 'logistic regression');
      options.onProgress?.({ done, total: params.maxIter, unit: 'iterations', label: 'logistic regression' });
    },
  });
  const converged = result.reason === 'gradient' || result.reason === 'value';
  const nIter = Math.min(result.nIterations, params.maxIter);
  const fitted = { ...unpackWeights(result.point, matrix.nCols, model), classes, nIter, converged };
  return { fitted, warning: converged ? null : notConverged(result) };
}

function notConverged({ reason, nIterations }: LbfgsResult): string {
  const why = reason === 'iterations' ? 'maxIter was reached' : `the ${reason} gave out`;
  return `lbfgs failed to converge after ${nIterations} iterations: ${why}; scale the columns or raise maxIter`;
}
