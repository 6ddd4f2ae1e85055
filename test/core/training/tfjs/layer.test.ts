import { expect, test } from 'vitest';
import { MersenneTwister } from '../../../../src/core/training/mersenne-twister.ts';
import { copyLayers, initialLayers } from '../../../../src/core/training/tfjs/layer.ts';

test('draws weights, then biases, layer by layer, as scikit-learn does', () => {
  const layers = initialLayers([2, 2, 1], 'relu', new MersenneTwister(42));
  expect(layers.map(({ weights, biases }) => [[...weights], [...biases]])).toEqual([
    [
      [-0.3073126971721649, 1.104020118713379, 0.5682668089866638, 0.24166294932365417],
      [-0.8425788283348083, -0.8426378965377808],
    ],
    [[-1.24992835521698, 1.0357025861740112], [0.2859964370727539]],
  ]);
});

test('logistic neurons start with smaller weights', () => {
  const [first] = initialLayers([2, 2, 1], 'logistic', new MersenneTwister(42));
  expect([...first!.biases]).toEqual([-0.48646309971809387, -0.4864972233772278]);
});

test('a copy does not follow the original', () => {
  const layers = initialLayers([2, 1], 'relu', new MersenneTwister(0));
  const [copy] = copyLayers(layers);
  const before = copy!.weights[0];
  layers[0]!.weights[0] = 99;
  expect(copy!.weights[0]).toBe(before);
});
