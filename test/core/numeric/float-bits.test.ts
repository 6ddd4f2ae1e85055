import { expect, test } from 'vitest';
import { highWord, scaleByPowerOfTwo, withHighWord } from '../../../src/core/numeric/float-bits.ts';

test('the high word holds sign and exponent', () => {
  expect(highWord(1)).toBe(0x3ff00000);
  expect(highWord(-2)).toBe(0xc0000000 | 0);
  expect(withHighWord(1.5, 0x40080000)).toBe(3);
});

test.each([
  [1.5, 3, 12],
  [0.75, 1024, 0.75 * 2 ** 1023 * 2],
  [1, -1022, 2 ** -1022],
  [1, -1074, Number.MIN_VALUE],
  [1.9, -1075, Number.MIN_VALUE],
])('%d times 2 to the %i is %d', (value, exponent, expected) => {
  expect(scaleByPowerOfTwo(value, exponent)).toBe(expected);
});
