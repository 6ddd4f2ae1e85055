import { expect, test } from 'vitest';
import { checkParam, checkRandomState, completeParams } from '../../../src/core/training/check-params.ts';

test('parameters that are left out or undefined keep their defaults', () => {
  expect(completeParams('Model', { a: 1, b: 2 as number | undefined }, { b: undefined })).toEqual({
    a: 1,
    b: 2,
  });
});

test('an unknown name is a TypeError with the nearest known one', () => {
  expect(() => completeParams('Model', { maxIter: 1 }, { max_iter: 2 } as object)).toThrow(
    expect.objectContaining({ name: 'TypeError', hint: "did you mean 'maxIter'?" }),
  );
});

test.each(['toString', '__proto__', 'constructor'])('%s is no parameter', (name) => {
  const given = JSON.parse(`{ "${name}": 1 }`) as object;
  expect(() => completeParams('Model', { maxIter: 1 }, given)).toThrow(
    expect.objectContaining({ message: `unknown parameter '${name}' of Model` }),
  );
});

test('an invalid value is quoted and the hint says what is expected', () => {
  expect(() => checkParam(false, { name: 'tol', value: -1, expected: 'a number above 0' })).toThrow(
    expect.objectContaining({ message: 'invalid value for tol: -1', hint: 'tol must be a number above 0' }),
  );
});

test.each([null, 0, 4294967295])('randomState %j is fine', (randomState) => {
  expect(() => checkRandomState(randomState)).not.toThrow();
});

test.each([-1, 1.5, 4294967296, '7'])('randomState %j is a ValueError', (randomState) => {
  expect(() => checkRandomState(randomState)).toThrow(expect.objectContaining({ name: 'ValueError' }));
});
