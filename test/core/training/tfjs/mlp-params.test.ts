import { expect, it } from 'vitest';
import { readMLPParams } from '../../../../src/core/training/tfjs/mlp-params.ts';

it('takes a bare number for one hidden layer', () => {
  expect(readMLPParams({ randomState: 0, hiddenLayerSizes: 8 }).hiddenLayerSizes).toEqual([8]);
  expect(readMLPParams({ randomState: 0, hiddenLayerSizes: [8, 4] }).hiddenLayerSizes).toEqual([8, 4]);
  expect(() => readMLPParams({ randomState: 0, hiddenLayerSizes: 0 })).toThrow(
    'invalid value for hiddenLayerSizes: [0]',
  );
});
