import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { Layer } from './layer.ts';
import type { Activation } from './mlp-params.ts';
import type { Tfjs } from './tfjs-runtime.ts';

/** The function of the last layer: two classes share one neuron, more have one each. */
export type OutputActivation = 'logistic' | 'softmax';

/** A feed-forward network: its layers and the functions that follow them. */
export interface Network {
  readonly layers: readonly Layer[];
  readonly activation: Activation;
  readonly outputActivation: OutputActivation;
}

/** Rows in row-major float32: inputs, or the wanted outputs. */
export interface Rows {
  readonly values: Float32Array;
  readonly nRows: number;
  readonly nCols: number;
}

/** Loss and gradients of one batch; gradients in the order of `parametersOf`. */
export interface Step {
  readonly loss: number;
  readonly gradients: readonly Float32Array[];
}

// The smallest float32 step above 1: probabilities are kept this far from 0 and 1 before their logarithm.
const EPSILON = 2 ** -23;

/** The network of these layers: one output neuron is logistic, several share a softmax. */
export function networkOf(layers: readonly Layer[], activation: Activation): Network {
  return { layers, activation, outputActivation: layers.at(-1)!.nOut === 1 ? 'logistic' : 'softmax' };
}

/** Weights of all layers, then biases of all layers: the order in which an optimizer sees them. */
export function parametersOf(layers: readonly Layer[]): Float32Array[] {
  return [...layers.map((layer) => layer.weights), ...layers.map((layer) => layer.biases)];
}

/** The outputs of the last layer, one row per input row. */
export function forward(tf: Tfjs, network: Network, inputs: Rows): Rows {
  return freeing(tf, () => {
    const output = activationsOf(tf, network, { inputs, weights: weightTensors(tf, network) }).at(-1)!;
    return { values: floatsOf(output), nRows: inputs.nRows, nCols: network.layers.at(-1)!.nOut };
  });
}

/**
 * Log loss with L2 penalty of one batch, and its gradients by backpropagation, in scikit-learn's order of
 * operations.
 */
export function backward(
  tf: Tfjs,
  network: Network,
  batch: { readonly inputs: Rows; readonly targets: Rows; readonly alpha: number },
): Step {
  return freeing(tf, () => {
    const { inputs, alpha } = batch;
    const weights = weightTensors(tf, network);
    const activations = activationsOf(tf, network, { inputs, weights });
    const output = activations.at(-1)!;
    const targets = tensorOf(tf, batch.targets);
    const weightGradients: Float32Array[] = [];
    const biasGradients: Float32Array[] = [];
    // The derivative of the log loss through logistic or softmax is the error itself.
    let delta: Tensor2D = tf.sub(output, targets);
    for (let i = weights.length - 1; i >= 0; i--) {
      const gradient = tf.add(tf.matMul(tf.transpose(activations[i]!), delta), tf.mul(weights[i]!, alpha));
      weightGradients.unshift(floatsOf(tf.div(gradient, inputs.nRows)));
      biasGradients.unshift(floatsOf(tf.div(tf.sum(delta, 0), inputs.nRows)));
      if (i === 0) break;
      const upstream: Tensor2D = tf.matMul(delta, tf.transpose(weights[i]!));
      delta = backThrough(tf, { upstream, activated: activations[i]! }, network.activation);
    }
    const squares = weights.reduce((sum, layer) => sum + scalarOf(tf.sum(tf.square(layer))), 0);
    const likelihood = logLikelihood(tf, { output, targets }, network.outputActivation);
    const loss = (0.5 * alpha * squares - likelihood) / inputs.nRows;
    return { loss, gradients: [...weightGradients, ...biasGradients] };
  });
}

/** Frees the tensors that `compute` makes. `tf.tidy` would first look through all numbers that it returns. */
function freeing<T>(tf: Tfjs, compute: () => T): T {
  tf.engine().startScope();
  try {
    return compute();
  } finally {
    tf.engine().endScope();
  }
}

function weightTensors(tf: Tfjs, { layers }: Network): Tensor2D[] {
  return layers.map((layer) => tf.tensor2d(layer.weights, [layer.nIn, layer.nOut]));
}

/** What enters the first layer and what leaves each. */
function activationsOf(
  tf: Tfjs,
  { layers, activation, outputActivation }: Network,
  given: { readonly inputs: Rows; readonly weights: readonly Tensor2D[] },
): Tensor2D[] {
  const activations = [tensorOf(tf, given.inputs)];
  layers.forEach((layer, i) => {
    const sums: Tensor2D = tf.add(tf.matMul(activations[i]!, given.weights[i]!), tf.tensor1d(layer.biases));
    activations.push(activate(tf, sums, i === layers.length - 1 ? outputActivation : activation));
  });
  return activations;
}

function activate(tf: Tfjs, sums: Tensor2D, activation: Activation | OutputActivation): Tensor2D {
  switch (activation) {
    case 'relu':
      return tf.relu(sums);
    case 'tanh':
      return tf.tanh(sums);
    case 'logistic':
      return tf.sigmoid(sums);
    case 'softmax':
      return tf.softmax(sums);
    case 'identity':
      return sums;
  }
}

/** The error behind a hidden layer's activation, from the error before it. */
function backThrough(
  tf: Tfjs,
  { upstream, activated }: { readonly upstream: Tensor2D; readonly activated: Tensor2D },
  activation: Activation,
): Tensor2D {
  switch (activation) {
    case 'relu':
      return tf.mul(upstream, tf.step(activated));
    case 'tanh':
      return tf.mul(upstream, tf.sub(1, tf.square(activated)));
    case 'logistic':
      return tf.mul(tf.mul(upstream, activated), tf.sub(1, activated));
    case 'identity':
      return upstream;
  }
}

/** The sum over rows of the logarithm of the probability that the network gives to the true class. */
function logLikelihood(
  tf: Tfjs,
  { output, targets }: { readonly output: Tensor2D; readonly targets: Tensor2D },
  outputActivation: OutputActivation,
): number {
  const clipped = tf.clipByValue(output, EPSILON, 1 - EPSILON);
  const hits = tf.mul(targets, tf.log(clipped));
  if (outputActivation === 'softmax') return scalarOf(tf.sum(hits));
  return scalarOf(tf.sum(tf.add(hits, tf.mul(tf.sub(1, targets), tf.log(tf.sub(1, clipped))))));
}

function tensorOf(tf: Tfjs, { values, nRows, nCols }: Rows): Tensor2D {
  return tf.tensor2d(values, [nRows, nCols]);
}

function floatsOf(tensor: Tensor): Float32Array {
  return tensor.dataSync<'float32'>();
}

function scalarOf(tensor: Tensor): number {
  return floatsOf(tensor)[0]!;
}
