import { expect, it } from 'vitest';
import { checkStepNames, checkSteps, flattenParams } from '../../../src/core/training/step-names.ts';

const FORM = { length: 2, example: "['scale', new StandardScaler()]" };

it('takes a list of steps that start with a name', () => {
  expect(() =>
    checkSteps(
      [
        ['scale', {}],
        ['forest', 'passthrough'],
      ],
      FORM,
    ),
  ).not.toThrow();
  expect(() => checkSteps([], FORM)).not.toThrow();
});

it.each([
  [undefined, 'the steps are undefined'],
  [{ scale: 1 }, 'the steps are {"scale":1}'],
  [[['scale', 1], 'forest'], 'step 2 has another form'],
  [[['scale']], 'step 1 has another form'],
  [[[1, {}]], 'step 1 has another form'],
])('refuses %j', (steps, message) => {
  expect(() => checkSteps(steps, FORM)).toThrow(
    expect.objectContaining({ name: 'TypeError', message, hint: expect.stringContaining(FORM.example) }),
  );
});

it('refuses names that occur twice or hold what separates a step from its parameter', () => {
  expect(() => checkStepNames(['a', 'b_c'])).not.toThrow();
  expect(() => checkStepNames(['a', 'b', 'a'])).toThrow("Names provided are not unique: ['a', 'b', 'a']");
  expect(() => checkStepNames(['a__b', 'c'])).toThrow("Estimator names must not contain __: got ['a__b']");
});

it('names nested parameters as scikit-learn does', () => {
  expect(
    flattenParams([
      ['forest', { params: { maxDepth: 3 } }],
      ['rest', 'drop'],
    ]),
  ).toEqual({
    forest__maxDepth: 3,
    rest: 'drop',
  });
});
