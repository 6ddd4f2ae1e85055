import { ValueError } from '../../errors.ts';
import { type TaskOptions, throwIfCancelled } from '../../task.ts';
import { MersenneTwister } from '../mersenne-twister.ts';
import { trainTestSplitIndices } from '../split.ts';
import { Adam } from './adam.ts';
import { copyLayers, initialLayers, type Layer } from './layer.ts';
import type { MLPParams } from './mlp-params.ts';
import { backward, forward, type Network, networkOf, parametersOf, type Rows } from './network.ts';
import { StoppingRule } from './stopping-rule.ts';
import { classCodes, oneHotTargets } from './targets.ts';
import type { Tfjs } from './tfjs-runtime.ts';

/** The rows to learn from. Codes are positions in the sorted classes. */
export interface TrainingRows {
  readonly inputs: Rows;
  readonly codes: Int32Array;
  readonly nClasses: number;
}

/** What a network is to learn, and how: a plain value that can be posted to a worker. */
export interface TrainingTask extends TrainingRows {
  readonly params: MLPParams;
}

/** What training leaves behind. */
export interface TrainedNetwork {
  readonly layers: readonly Layer[];
  /** Mean loss of each epoch. */
  readonly lossCurve: readonly number[];
  /** Accuracy on the rows kept apart after each epoch; null without early stopping. */
  readonly validationScores: readonly number[] | null;
}

/**
 * Trains a new network epoch by epoch, as scikit-learn's `MLPClassifier` does with Adam: the same first weights, split
 * and order of rows from one generator, the same stopping rules. Reports each epoch; cancels between batches.
 */
export function trainNetwork(tf: Tfjs, task: TrainingTask, options: TaskOptions = {}): TrainedNetwork {
  const { params, nClasses } = task;
  const random = new MersenneTwister(params.randomState);
  const sizes = [task.inputs.nCols, ...params.hiddenLayerSizes, nClasses === 2 ? 1 : nClasses];
  const network = networkOf(initialLayers(sizes, params.activation, random), params.activation);
  const { train, validation } = splitOff(task, params, random);
  const targets = oneHotTargets(train.codes, train.nClasses);
  const nRows = train.inputs.nRows;
  const batchSize = Math.min(params.batchSize === 'auto' ? 200 : params.batchSize, nRows);
  const adam = new Adam(parametersOf(network.layers), params.learningRateInit);
  const rule = new StoppingRule(params);
  const lossCurve: number[] = [];
  let best = network.layers;
  let order = Int32Array.from({ length: nRows }, (_, row) => row);
  while (lossCurve.length < params.maxIter && !rule.isMet) {
    // Every epoch shuffles the order of the one before.
    const shuffled = random.permutation(nRows);
    order = shuffled.map((position) => order[position]!);
    let sum = 0;
    for (let start = 0; start < nRows; start += batchSize) {
      throwIfCancelled(options.signal, 'training of the network');
      const rows = order.subarray(start, start + batchSize);
      const batch = {
        inputs: pickRows(train.inputs, rows),
        targets: pickRows(targets, rows),
        alpha: params.alpha,
      };
      const { loss, gradients } = backward(tf, network, batch);
      adam.step(gradients);
      sum = Math.fround(sum + Math.fround(Math.fround(loss) * rows.length));
    }
    lossCurve.push(Math.fround(sum / nRows));
    if (validation === null) {
      rule.observeLoss(lossCurve.at(-1)!);
    } else if (rule.observeScore(accuracyOn(tf, network, validation))) {
      best = copyLayers(network.layers);
    }
    options.onProgress?.({
      done: lossCurve.length,
      total: params.maxIter,
      unit: 'epochs',
      label: `loss ${lossCurve.at(-1)!.toFixed(4)}`,
      loss: lossCurve.at(-1)!,
    });
  }
  checkFinite(best);
  return { layers: best, lossCurve, validationScores: validation === null ? null : rule.scores };
}

interface SplitRows {
  readonly train: TrainingRows;
  readonly validation: TrainingRows | null;
}

/** Only two classes are stratified, as in scikit-learn. */
function splitOff(rows: TrainingRows, params: MLPParams, random: MersenneTwister): SplitRows {
  if (!params.earlyStopping) return { train: rows, validation: null };
  const [train, validation] = trainTestSplitIndices(rows.codes.length, {
    testSize: { fraction: params.validationFraction },
    stratify: rows.nClasses === 2 ? rows.codes : null,
    randomState: random,
  });
  if (validation.length < 2) {
    throw new ValueError(
      `The validation set is too small: ${validation.length} row`,
      "increase 'validationFraction' or the size of your dataset",
    );
  }
  return { train: pickTraining(rows, train), validation: pickTraining(rows, validation) };
}

function pickTraining({ inputs, codes, nClasses }: TrainingRows, rows: Int32Array): TrainingRows {
  return { inputs: pickRows(inputs, rows), codes: rows.map((row) => codes[row]!), nClasses };
}

function pickRows({ values, nCols }: Rows, rows: Int32Array): Rows {
  const picked = new Float32Array(rows.length * nCols);
  rows.forEach((row, i) => {
    picked.set(values.subarray(row * nCols, (row + 1) * nCols), i * nCols);
  });
  return { values: picked, nRows: rows.length, nCols };
}

function accuracyOn(tf: Tfjs, network: Network, { inputs, codes }: TrainingRows): number {
  const predicted = classCodes(forward(tf, network, inputs));
  return predicted.filter((code, row) => code === codes[row]).length / codes.length;
}

function checkFinite(layers: readonly Layer[]): void {
  if (parametersOf(layers).every((values) => values.every(Number.isFinite))) return;
  throw new ValueError(
    'Solver produced non-finite parameter weights',
    'the input may hold large values: scale it first, for example with StandardScaler in a Pipeline',
  );
}
