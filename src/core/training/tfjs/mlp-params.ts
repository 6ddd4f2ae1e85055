import { quote, suggest, ValueError } from '../../errors.ts';

/** The function of the hidden layers. */
export type Activation = 'relu' | 'tanh' | 'logistic' | 'identity';

/** Parameters of `MLPClassifier`, with scikit-learn's meaning and defaults. The optimizer is Adam. */
export interface MLPParams {
  /** Neurons per hidden layer. Defaults to [100]. */
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
  /** Seed of the first weights, the split and the order of the rows. Defaults to 0. */
  readonly randomState: number;
}

const DEFAULTS: MLPParams = {
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
  randomState: 0,
};

const ACTIVATIONS: readonly Activation[] = ['relu', 'tanh', 'logistic', 'identity'];

/** The full parameters; a `ValueError` names the first one out of its range. */
export function readMLPParams(given: Partial<MLPParams>): MLPParams {
  const params = { ...DEFAULTS, ...definedOf(given) };
  const { hiddenLayerSizes, activation, batchSize } = params;
  if (!ACTIVATIONS.includes(activation)) {
    throw new ValueError(
      `activation of MLPClassifier is ${quote(activation)}`,
      suggest(String(activation), ACTIVATIONS),
    );
  }
  if (!Array.isArray(hiddenLayerSizes)) throw outOfRange('hiddenLayerSizes', hiddenLayerSizes, 'a list');
  for (const size of hiddenLayerSizes) checkInteger('hiddenLayerSizes', size);
  if (batchSize !== 'auto') checkInteger('batchSize', batchSize);
  checkInteger('maxIter', params.maxIter);
  checkInteger('nIterNoChange', params.nIterNoChange);
  checkBetween('alpha', params.alpha, params.alpha >= 0, 'at least 0');
  checkBetween('tol', params.tol, params.tol >= 0, 'at least 0');
  checkBetween('learningRateInit', params.learningRateInit, params.learningRateInit > 0, 'above 0');
  const fraction = params.validationFraction;
  checkBetween('validationFraction', fraction, fraction > 0 && fraction < 1, 'between 0 and 1');
  return params;
}

function definedOf(given: Partial<MLPParams>): Partial<MLPParams> {
  const names = Object.keys(DEFAULTS) as (keyof MLPParams)[];
  return Object.fromEntries(
    names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
  );
}

function checkInteger(name: string, value: number): void {
  checkBetween(name, value, Number.isInteger(value) && value >= 1, 'a whole number from 1');
}

function checkBetween(name: string, value: unknown, isWithin: boolean, range: string): void {
  if (typeof value !== 'number' || !isWithin) throw outOfRange(name, value, range);
}

function outOfRange(name: string, value: unknown, range: string): ValueError {
  return new ValueError(`${name} of MLPClassifier is ${quote(value)}`, `it has to be ${range}`);
}
