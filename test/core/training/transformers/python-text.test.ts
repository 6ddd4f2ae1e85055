import { expect, test } from 'vitest';
import { pythonFloat } from '../../../../src/core/training/transformers/python-text.ts';

test.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [1, '1.0'],
  [0.1, '0.1'],
  [0.0001, '0.0001'],
  [0.000123, '0.000123'],
  [0.00001, '1e-05'],
  [1.5e-7, '1.5e-07'],
  [1e15, '1000000000000000.0'],
  [1e16, '1e+16'],
  [1.25e100, '1.25e+100'],
  [-2.5, '-2.5'],
  [Number.POSITIVE_INFINITY, 'inf'],
  [Number.NaN, 'nan'],
])('%d is written %s, as Python does', (value, text) => {
  expect(pythonFloat(value)).toBe(text);
});
