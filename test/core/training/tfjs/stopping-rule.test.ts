import { expect, test } from 'vitest';
import { readMLPParams } from '../../../../src/core/training/tfjs/mlp-params.ts';
import { StoppingRule } from '../../../../src/core/training/tfjs/stopping-rule.ts';

const PARAMS = readMLPParams({ randomState: 0, tol: 0.1, nIterNoChange: 2 });

test('stops after more than nIterNoChange epochs in a row without enough improvement of the loss', () => {
  const rule = new StoppingRule(PARAMS);
  const met = [1, 0.95, 0.93, 0.5, 0.45, 0.42, 0.41].map((loss) => {
    rule.observeLoss(loss);
    return rule.isMet;
  });
  expect(met).toEqual([false, false, false, false, false, false, true]);
});

test('a score has to rise by tol to count, but any rise is the best so far', () => {
  const rule = new StoppingRule(PARAMS);
  expect([0.5, 0.55, 0.55, 0.58].map((score) => rule.observeScore(score))).toEqual([true, true, false, true]);
  expect(rule.isMet).toBe(true);
  expect(rule.scores).toEqual([0.5, 0.55, 0.55, 0.58]);
});
