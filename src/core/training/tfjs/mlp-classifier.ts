import { digestOfValue } from '../../digest.ts';
import { quote, ValueError } from '../../errors.ts';
import type { Features, Matrix } from '../../numeric/matrix.ts';
import type { TaskOptions } from '../../task.ts';
import { checkX, checkXy } from '../check-inputs.ts';
import type { Classifier, EstimatorArtifact, Label, Labels } from '../estimator.ts';
import { NotFittedError } from '../not-fitted-error.ts';
import type { Layer } from './layer.ts';
import { type MLPOptions, type MLPParams, readMLPParams } from './mlp-params.ts';
import { forward, networkOf, type OutputActivation, type Rows } from './network.ts';
import { inThreadTrainer, type NetworkTrainer } from './network-trainer.ts';
import { classCodes } from './targets.ts';
import type { TfjsRuntime } from './tfjs-runtime.ts';
import type { TrainedNetwork } from './train-network.ts';

/** What a network needs of the host: tfjs for predictions, and a place to train, by default this thread. */
export interface NetworkHost {
  readonly runtime: TfjsRuntime;
  readonly trainer?: NetworkTrainer;
}

interface Fitted extends TrainedNetwork {
  /** Null for a network that was fitted on a matrix. Not digested: names change no prediction. */
  readonly featureNames: readonly string[] | null;
  readonly classes: readonly Label[];
}

export interface MLPClassifierArtifact extends EstimatorArtifact, Fitted {
  readonly kind: 'MLPClassifier';
  readonly params: MLPParams & Readonly<Record<string, unknown>>;
}

/**
 * A small neural network, trained by tfjs in float32 with Adam. Same first weights, row order and stopping as
 * scikit-learn 1.7 on float32 input, so the loss curves run together to rounding; the same bits in every engine.
 * tfjs is loaded on first use.
 */
export class MLPClassifier implements Classifier {
  readonly params: MLPParams & Readonly<Record<string, unknown>>;
  private readonly runtime: TfjsRuntime;
  private readonly trainer: NetworkTrainer;
  private fitted: Fitted | null = null;

  constructor(params: MLPOptions, { runtime, trainer = inThreadTrainer(runtime) }: NetworkHost) {
    this.params = { ...readMLPParams(params) };
    this.runtime = runtime;
    this.trainer = trainer;
  }

  get classes(): readonly Label[] {
    return this.state.classes;
  }

  /** Mean loss of each epoch. */
  get lossCurve(): readonly number[] {
    return this.state.lossCurve;
  }

  /** Accuracy on the rows kept apart after each epoch; null without early stopping. */
  get validationScores(): readonly number[] | null {
    return this.state.validationScores;
  }

  /** Epochs that were run. */
  get nIter(): number {
    return this.state.lossCurve.length;
  }

  /** The function of the output layer: 'logistic' for two classes, 'softmax' for more. */
  get outActivation(): OutputActivation {
    return networkOf(this.state.layers, this.params.activation).outputActivation;
  }

  /** The weights, layer by layer. */
  get layers(): readonly Layer[] {
    return this.state.layers;
  }

  async fit(features: Features, labels: Labels, options: TaskOptions = {}): Promise<this> {
    this.fitted = null;
    const { matrix, featureNames, classes, codes } = checkXy(features, labels);
    if (classes.length < 2) {
      throw new ValueError(
        `MLPClassifier needs samples of at least 2 classes, but the data contains only one class: ${quote(classes[0])}`,
        'check how the rows were chosen, for example the stratification of the split',
      );
    }
    const nClasses = classes.length;
    const rows = { inputs: toRows(matrix), codes, nClasses };
    const trained = await this.trainer.train({ ...rows, params: this.params }, options);
    this.fitted = { featureNames, classes, ...trained };
    return this;
  }

  async predict(features: Features): Promise<Label[]> {
    const { classes } = this.state;
    return Array.from(classCodes(await this.outputs(features)), (code) => classes[code]!);
  }

  async predictProba(features: Features): Promise<Matrix> {
    const { values, nRows, nCols } = await this.outputs(features);
    if (nCols > 1) return { data: values, nRows, nCols };
    const data = new Float32Array(2 * nRows);
    values.forEach((probability, row) => {
      data[2 * row] = 1 - probability;
      data[2 * row + 1] = probability;
    });
    return { data, nRows, nCols: 2 };
  }

  toArtifact(): MLPClassifierArtifact {
    return { kind: 'MLPClassifier', version: 1, params: this.params, ...this.state };
  }

  /** The fitted network that `toArtifact` described. */
  static fromArtifact(artifact: EstimatorArtifact, host: NetworkHost): MLPClassifier {
    const { kind: _, version: __, params, ...fitted } = artifact as MLPClassifierArtifact;
    const classifier = new MLPClassifier(params, host);
    classifier.fitted = fitted;
    return classifier;
  }

  digest(): string {
    const { featureNames: _, ...model } = this.toArtifact();
    return digestOfValue(model);
  }

  private get state(): Fitted {
    if (this.fitted === null) throw new NotFittedError('MLPClassifier');
    return this.fitted;
  }

  private async outputs(features: Features): Promise<Rows> {
    const { layers, featureNames } = this.state;
    const matrix = checkX(features, { nFeatures: layers[0]!.nIn, featureNames });
    return forward(await this.runtime.load(), networkOf(layers, this.params.activation), toRows(matrix));
  }
}

function toRows({ data, nRows, nCols }: Matrix): Rows {
  return { values: Float32Array.from(data), nRows, nCols };
}
