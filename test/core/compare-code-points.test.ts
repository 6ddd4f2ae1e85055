import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCodePoints } from '../../src/core/compare-code-points.ts';

test('a character beyond U+FFFF comes after U+FF5E, unlike in UTF-16 order', () => {
  expect(compareCodePoints('😀', '～')).toBeGreaterThan(0);
  expect('😀' < '～').toBe(true);
});

test('a prefix comes first and equal strings compare as 0', () => {
  expect(compareCodePoints('ab', 'abc')).toBeLessThan(0);
  expect(compareCodePoints('é', 'é')).toBe(0);
});

test('the order is that of the lists of code points', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(compareLists(codePoints(a), codePoints(b))));
    }),
  );
});

function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}

function compareLists(a: number[], b: number[]): number {
  const at = a.findIndex((codePoint, i) => codePoint !== b[i]);
  if (at < 0) return a.length - b.length;
  return at < b.length ? a[at]! - b[at]! : 1;
}
