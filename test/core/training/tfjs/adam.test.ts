import { expect, test } from 'vitest';
import { Adam } from '../../../../src/core/training/tfjs/adam.ts';

test('steps as scikit-learn’s AdamOptimizer does on float32, to the bit', () => {
  const params = Float32Array.of(0.5, -1.25, 3);
  const adam = new Adam([params], 0.01);
  const steps = [
    [0.1, -0.2, 0.3],
    [1e-9, 5.5, -0.7],
    [0, -3.25, 1e-4],
  ].map((gradient) => {
    adam.step([Float32Array.from(gradient)]);
    return [...params];
  });
  expect(steps).toEqual([
    [0.49000003933906555, -1.2400000095367432, 2.990000009536743],
    [0.48329946398735046, -1.2471930980682373, 2.994201898574829],
    [0.4781199097633362, -1.2487307786941528, 2.9974491596221924],
  ]);
});
