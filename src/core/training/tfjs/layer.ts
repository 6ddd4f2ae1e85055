import type { MersenneTwister } from '../mersenne-twister.ts';
import type { Activation } from './mlp-params.ts';

/** The weights of one layer: `weights[i * nOut + j]` leads from its input i to its neuron j. */
export interface Layer {
  readonly nIn: number;
  readonly nOut: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/**
 * First weights after Glorot: uniform within ±√(6 / (inputs + outputs)), or ±√2 / … for logistic neurons. Draws
 * weights, then biases, layer by layer, as scikit-learn does. `sizes` are inputs, hidden layers, outputs.
 */
export function initialLayers(
  sizes: readonly number[],
  activation: Activation,
  random: MersenneTwister,
): Layer[] {
  return sizes.slice(1).map((nOut, i) => {
    const nIn = sizes[i]!;
    const bound = Math.sqrt((activation === 'logistic' ? 2 : 6) / (nIn + nOut));
    const draw = () => random.uniform(-bound, bound);
    const weights = Float32Array.from({ length: nIn * nOut }, draw);
    return { nIn, nOut, weights, biases: Float32Array.from({ length: nOut }, draw) };
  });
}

/** A copy that later training steps do not change. */
export function copyLayers(layers: readonly Layer[]): Layer[] {
  return layers.map((layer) => ({
    ...layer,
    weights: layer.weights.slice(),
    biases: layer.biases.slice(),
  }));
}
