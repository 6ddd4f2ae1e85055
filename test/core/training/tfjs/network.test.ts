import { expect, test } from 'vitest';
import { MersenneTwister } from '../../../../src/core/training/mersenne-twister.ts';
import { initialLayers } from '../../../../src/core/training/tfjs/layer.ts';
import type { Activation } from '../../../../src/core/training/tfjs/mlp-params.ts';
import { backward, networkOf, parametersOf } from '../../../../src/core/training/tfjs/network.ts';
import { oneHotTargets } from '../../../../src/core/training/tfjs/targets.ts';
import { tfjsRuntime } from '../../../../src/headless/tfjs-runtime.ts';

test.each([
  ['relu', 2],
  ['tanh', 3],
  ['logistic', 2],
  ['identity', 3],
] as const)(
  'gradients of a network with %s and %d classes are the slopes of its loss',
  async (activation, nClasses) => {
    const tf = await tfjsRuntime.load();
    const random = new MersenneTwister(3);
    const network = networkOf(layersOf(activation, nClasses), activation);
    const inputs = {
      values: Float32Array.from({ length: 24 }, () => random.uniform(-2, 2)),
      nRows: 8,
      nCols: 3,
    };
    const targets = oneHotTargets(
      Int32Array.from({ length: 8 }, (_, i) => i % nClasses),
      nClasses,
    );
    const step = () => backward(tf, network, { inputs, targets, alpha: 0.01 });
    const { gradients } = step();
    const nudge = 1 / 64;
    parametersOf(network.layers).forEach((values, i) => {
      values.forEach((value, k) => {
        values[k] = value + nudge;
        const above = step().loss;
        values[k] = value - nudge;
        const below = step().loss;
        values[k] = value;
        expect(Math.abs((above - below) / (2 * nudge) - gradients[i]![k]!)).toBeLessThan(2e-3);
      });
    });
  },
);

function layersOf(activation: Activation, nClasses: number) {
  return initialLayers([3, 4, 3, nClasses === 2 ? 1 : nClasses], activation, new MersenneTwister(1));
}
