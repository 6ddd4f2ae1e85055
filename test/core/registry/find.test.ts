import { expect, it } from 'vitest';
import { toVersionNumber, validateModelName } from '../../../src/core/registry/find.ts';

it.each([
  [3, 3],
  ['3', 3],
  [' +03 ', 3],
  ['-1', -1],
  [0, 0],
])('takes %j for version %d', (version, number) => {
  expect(toVersionNumber(version)).toBe(number);
});

it.each([1.5, Number.NaN, '1.5', 'latest', '', '1e3', '0x1', null, undefined, {}, [1, 2], true])(
  'refuses %j as a version number',
  (version) => {
    expect(() => toVersionNumber(version as never)).toThrow(
      expect.objectContaining({ name: 'MlflowException', errorCode: 'INVALID_PARAMETER_VALUE' }),
    );
  },
);

it.each(['', null, undefined, 5, ['churn']])('refuses %j as the name of a model', (name) => {
  expect(() => validateModelName(name)).toThrow(
    expect.objectContaining({ errorCode: 'INVALID_PARAMETER_VALUE' }),
  );
});
