import { digestOfValue } from '../digest.ts';
import { quote, ValueError } from '../errors.ts';
import type { Features, Matrix } from '../numeric/matrix.ts';
import { drawClass } from './binomial-draw.ts';
import { checkOneOf, checkRandomState, completeParams } from './check-params.ts';
import { encodeLabels } from './encode-labels.ts';
import type { Classifier, EstimatorArtifact, Label, Labels } from './estimator.ts';
import { MersenneTwister } from './mersenne-twister.ts';
import { NotFittedError } from './not-fitted-error.ts';

export interface DummyClassifierParams {
  /**
   * 'prior' and 'most_frequent' predict the commonest class ('prior' with the classes' shares as
   * probabilities), 'stratified' draws by those shares, 'uniform' draws evenly, 'constant' predicts
   * `constant`.
   */
  readonly strategy: 'prior' | 'most_frequent' | 'stratified' | 'uniform' | 'constant';
  readonly constant: Label | null;
  /** Seed of the draws; null is 0, since core has no randomness of its own. */
  readonly randomState: number | null;
}

/** The parameters; all may be left out. */
export type DummyClassifierOptions = Partial<DummyClassifierParams>;

export interface DummyClassifierArtifact extends EstimatorArtifact {
  readonly kind: 'DummyClassifier';
  readonly version: 1;
  readonly params: Readonly<Record<string, unknown>> & DummyClassifierParams;
  readonly classes: readonly Label[];
  /** Share of each class in the training labels. */
  readonly classPrior: Float64Array;
}

type Fitted = Pick<DummyClassifierArtifact, 'classes' | 'classPrior'>;

const DEFAULTS: DummyClassifierParams = { strategy: 'prior', constant: null, randomState: null };
const STRATEGIES = ['prior', 'most_frequent', 'stratified', 'uniform', 'constant'];

/**
 * The baseline that looks at labels only: what a model has to beat. X is never read but for its number of
 * rows. Draws start from `randomState` at every call, as scikit-learn 1.7.2's do with an integer seed, and
 * are the same.
 */
export class DummyClassifier implements Classifier {
  readonly params: Readonly<Record<string, unknown>> & DummyClassifierParams;
  private fitted: Fitted | null = null;

  constructor(params: DummyClassifierOptions = {}) {
    this.params = { ...completeParams('DummyClassifier', DEFAULTS, params) };
    const { strategy, randomState } = this.params;
    checkOneOf('strategy', strategy, STRATEGIES);
    checkRandomState(randomState);
  }

  get classes(): readonly Label[] {
    return this.requireFitted().classes;
  }

  /** Share of each class in the training labels. */
  get classPrior(): Float64Array {
    return this.requireFitted().classPrior;
  }

  /** Throws `ValueError` for no rows, another number of labels, and a constant that is no label. */
  async fit(features: Features, labels: Labels): Promise<this> {
    this.fitted = null;
    checkRows(features.nRows, labels.length);
    const { classes, codes } = encodeLabels(labels);
    this.checkConstant(classes);
    const counts = new Float64Array(classes.length);
    for (const code of codes) counts[code]!++;
    this.fitted = { classes, classPrior: counts.map((count) => count / codes.length) };
    return this;
  }

  async predict(features: Features): Promise<Label[]> {
    const { classes } = this.requireFitted();
    if (this.params.strategy !== 'uniform') {
      const { data, nRows, nCols } = await this.predictProba(features);
      return Array.from({ length: nRows }, (_, row) => {
        return classes[firstOfLargest(data.subarray(row * nCols, (row + 1) * nCols))]!;
      });
    }
    const random = this.newRandom();
    return Array.from({ length: features.nRows }, () => classes[random.randint(0, classes.length)]!);
  }

  async predictProba(features: Features): Promise<Matrix> {
    const { classes } = this.requireFitted();
    const { nRows } = features;
    const nCols = classes.length;
    const data = new Float64Array(nRows * nCols);
    const random = this.newRandom();
    for (let row = 0; row < nRows; row++) data.set(this.rowProbabilities(random), row * nCols);
    return { data, nRows, nCols };
  }

  toArtifact(): DummyClassifierArtifact {
    return { kind: 'DummyClassifier', version: 1, params: this.params, ...this.requireFitted() };
  }

  digest(): string {
    return digestOfValue(this.toArtifact());
  }

  /** The fitted baseline that `toArtifact` described. */
  static fromArtifact(artifact: EstimatorArtifact): DummyClassifier {
    const { params, classes, classPrior } = artifact as DummyClassifierArtifact;
    const model = new DummyClassifier(params);
    model.fitted = { classes, classPrior };
    return model;
  }

  private rowProbabilities(random: MersenneTwister): Float64Array {
    const { classes, classPrior } = this.requireFitted();
    switch (this.params.strategy) {
      case 'prior':
        return classPrior;
      case 'most_frequent':
        return certain(classes.length, firstOfLargest(classPrior));
      case 'stratified':
        return certain(classes.length, drawClass(random, classPrior));
      case 'uniform':
        return new Float64Array(classes.length).fill(1 / classes.length);
      case 'constant':
        return certain(classes.length, classes.indexOf(this.params.constant!));
    }
  }

  private checkConstant(classes: readonly Label[]): void {
    const { strategy, constant } = this.params;
    if (strategy !== 'constant') return;
    if (constant === null) {
      throw new ValueError("strategy 'constant' without a constant", 'give the label to predict as constant');
    }
    if (!classes.includes(constant)) {
      throw new ValueError(
        `the constant ${quote(constant)} is not among the training labels`,
        `possible values are ${quote(classes)}`,
      );
    }
  }

  private newRandom(): MersenneTwister {
    return new MersenneTwister(this.params.randomState ?? 0);
  }

  private requireFitted(): Fitted {
    if (this.fitted === null) throw new NotFittedError('DummyClassifier');
    return this.fitted;
  }
}

function checkRows(nRows: number, nLabels: number): void {
  if (nRows !== nLabels) {
    throw new ValueError(
      `Found input variables with inconsistent numbers of samples: [${nRows}, ${nLabels}]`,
      'X and y need one row per sample, in the same order',
    );
  }
  if (nRows === 0)
    throw new ValueError('Found array with 0 sample(s)', 'a baseline needs at least one label');
}

function certain(nClasses: number, code: number): Float64Array {
  const probabilities = new Float64Array(nClasses);
  probabilities[code] = 1;
  return probabilities;
}

function firstOfLargest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
