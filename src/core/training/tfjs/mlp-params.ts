import { quote, suggest, ValueError } from '../../errors.ts';
import { checkParam, checkRandomState, completeParams, isNumber } from '../check-params.ts';

/** The function of the hidden layers. */
export type Activation = 'relu' | 'tanh' | 'logistic' | 'identity';

/** Parameters of `MLPClassifier`, with scikit-learn's meaning and defaults. The optimizer is Adam. */
export interface MLPParams {
  /** Neurons per hidden layer; a bare number is one layer. Defaults to [100]. */
  readonly hiddenLayerSizes: readonly number[];
  readonly activation: Activation;
  /** Strength of the L2 penalty on the weights. Defaults to 0.0001. */
  readonly alpha: number;
  /** Rows per step; 'auto' is 200, or all of fewer rows. */
  readonly batchSize: number | 'auto';
  /** Adam's step size. Defaults to 0.001. */
  readonly learningRateInit: number;
  /** Most epochs. Defaults to 200. */
  readonly maxIter: number;
  /** Least improvement of the loss (or of the validation accuracy) that counts. Defaults to 0.0001. */
  readonly tol: number;
  /** Epochs without improvement before training stops. Defaults to 10. */
  readonly nIterNoChange: number;
  /** Keep rows apart, stop by the accuracy on them and keep the best weights. Defaults to false. */
  readonly earlyStopping: boolean;
  /** Share of the rows kept apart. Defaults to 0.1. */
  readonly validationFraction: number;
  /** Seed of the first weights, the split and the order of the rows. */
  readonly randomState: number;
}

/** The parameters a caller may leave out, and the seed that core cannot make up. */
export type MLPOptions = Partial<Omit<MLPParams, 'hiddenLayerSizes'>> &
  Pick<MLPParams, 'randomState'> & { readonly hiddenLayerSizes?: readonly number[] | number };

const DEFAULTS: Omit<MLPParams, 'randomState'> = {
  hiddenLayerSizes: [100],
  activation: 'relu',
  alpha: 1e-4,
  batchSize: 'auto',
  learningRateInit: 1e-3,
  maxIter: 200,
  tol: 1e-4,
  nIterNoChange: 10,
  earlyStopping: false,
  validationFraction: 0.1,
};

const ACTIVATIONS: readonly Activation[] = ['relu', 'tanh', 'logistic', 'identity'];

/** The full parameters; a `ValueError` names the first one that is unknown or out of its range. */
export function readMLPParams(options: MLPOptions): MLPParams {
  const { hiddenLayerSizes: sizes, ...rest } = options;
  const params = completeParams<MLPParams>(
    'MLPClassifier',
    { ...DEFAULTS, randomState: options.randomState },
    typeof sizes === 'number' ? { ...rest, hiddenLayerSizes: [sizes] } : (options as Partial<MLPParams>),
  );
  const { hiddenLayerSizes, activation, batchSize, validationFraction } = params;
  if (!ACTIVATIONS.includes(activation)) {
    throw new ValueError(
      `invalid value for activation: ${quote(activation)}`,
      suggest(String(activation), ACTIVATIONS),
    );
  }
  const isList = Array.isArray(hiddenLayerSizes) && hiddenLayerSizes.every(isCount);
  checkParam(isList, {
    name: 'hiddenLayerSizes',
    value: hiddenLayerSizes,
    expected: 'a list of whole numbers from 1',
  });
  checkParam(batchSize === 'auto' || isCount(batchSize), {
    name: 'batchSize',
    value: batchSize,
    expected: "'auto' or a whole number from 1",
  });
  for (const name of ['maxIter', 'nIterNoChange'] as const) {
    checkParam(isCount(params[name]), { name, value: params[name], expected: 'a whole number from 1' });
  }
  for (const name of ['alpha', 'tol'] as const) {
    checkParam(isNumber(params[name]) && params[name] >= 0, {
      name,
      value: params[name],
      expected: 'a number from 0',
    });
  }
  const { learningRateInit, earlyStopping } = params;
  checkParam(isNumber(learningRateInit) && learningRateInit > 0, {
    name: 'learningRateInit',
    value: learningRateInit,
    expected: 'a number above 0',
  });
  checkParam(typeof earlyStopping === 'boolean', {
    name: 'earlyStopping',
    value: earlyStopping,
    expected: 'true or false',
  });
  checkParam(isNumber(validationFraction) && validationFraction > 0 && validationFraction < 1, {
    name: 'validationFraction',
    value: validationFraction,
    expected: 'a number between 0 and 1',
  });
  checkRandomState(params.randomState);
  return params;
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1;
}
