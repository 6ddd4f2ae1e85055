import { describe, expect, it } from 'vitest';
import { checkSpecification } from '../../../src/lab/runs/check-specification.ts';
import {
  ESTIMATOR_NAMES,
  initialParams,
  type ParamValue,
} from '../../../src/lab/runs/estimator-definitions.ts';
import { COURSE_SPECIFICATION, type RunSpecification } from '../../../src/lab/runs/run-specification.ts';

function forest(params: Record<string, ParamValue>): RunSpecification {
  const name = 'RandomForestClassifier';
  return { ...COURSE_SPECIFICATION, estimator: { name, params: { ...initialParams(name), ...params } } };
}

describe('a specification', () => {
  it.each(ESTIMATOR_NAMES)('of %s with the first settings is sound', (name) => {
    expect(
      checkSpecification({ ...COURSE_SPECIFICATION, estimator: { name, params: initialParams(name) } }),
    ).toEqual([]);
  });

  it.each<[string, RunSpecification, object]>([
    ['no features', { ...COURSE_SPECIFICATION, features: [] }, { field: 'features', problem: 'empty' }],
    ['no name', { ...COURSE_SPECIFICATION, runName: ' ' }, { field: 'runName', problem: 'empty' }],
    ['a share of 2', { ...COURSE_SPECIFICATION, testSize: 2 }, { field: 'testSize', problem: 'too-large' }],
    ['half a seed', { ...COURSE_SPECIFICATION, seed: 0.5 }, { field: 'seed', problem: 'no-whole-number' }],
    ['no tree', forest({ nEstimators: 0 }), { field: 'nEstimators', problem: 'too-small', bound: 1 }],
    ['no number of trees', forest({ nEstimators: null }), { field: 'nEstimators', problem: 'empty' }],
    ['an unknown choice', forest({ maxFeatures: 'all' }), { field: 'maxFeatures', problem: 'unknown' }],
  ])('with %s is refused at its field', (_, specification, problem) => {
    expect(checkSpecification(specification)).toEqual([expect.objectContaining(problem)]);
  });

  it('may leave the depth without a limit', () => {
    expect(checkSpecification(forest({ maxDepth: null }))).toEqual([]);
    expect(checkSpecification(forest({ maxDepth: 0 }))).toHaveLength(1);
  });
});
