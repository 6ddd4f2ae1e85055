import { expect, test } from 'vitest';
import { encodeLabels } from '../../../src/core/training/encode-labels.ts';

test('numbers are sorted by value, booleans false first, strings by code point', () => {
  expect(encodeLabels([10, 9, -1, 9])).toEqual({ classes: [-1, 9, 10], codes: Int32Array.of(2, 1, 0, 1) });
  expect(encodeLabels([true, false])).toEqual({ classes: [false, true], codes: Int32Array.of(1, 0) });
  expect(encodeLabels(['é', 'z', 'Z'])).toEqual({ classes: ['Z', 'z', 'é'], codes: Int32Array.of(2, 1, 0) });
});

test('typed arrays are labels too', () => {
  expect(encodeLabels(Uint8Array.of(1, 0, 1))).toEqual({ classes: [0, 1], codes: Int32Array.of(1, 0, 1) });
});

test.each([
  [[0, Number.NaN], 'Input y contains NaN'],
  [[0, null], 'Input y contains NaN'],
  [[0, Number.POSITIVE_INFINITY], 'Input y contains infinity'],
])('labels %j are a ValueError', (labels, message) => {
  expect(() => encodeLabels(labels as number[])).toThrow(
    expect.objectContaining({ name: 'ValueError', message, hint: expect.any(String) }),
  );
});

test('labels of mixed types are a TypeError that shows one of each', () => {
  expect(() => encodeLabels([1, 'a'])).toThrow(
    expect.objectContaining({
      name: 'TypeError',
      message: "y mixes labels of type number and string: 1, 'a'",
    }),
  );
});
