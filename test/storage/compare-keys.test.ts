import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Key } from '../../src/core/database.ts';
import { compareKeys, hasPrefix } from '../../src/storage/compare-keys.ts';

const key = fc.letrec<{ key: Key }>((tie) => ({
  key: fc.oneof(fc.integer(), fc.string({ maxLength: 3 }), fc.array(tie('key'), { maxLength: 3 })),
})).key;

describe('compareKeys', () => {
  it('puts numbers before texts before lists', () => {
    const keys: Key[] = [['a'], 'a', 10, 9, [], 'B', ['a', 1]];
    expect(keys.sort(compareKeys)).toEqual([9, 10, 'B', 'a', [], ['a'], ['a', 1]]);
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(key, key, key, (a, b, c) => {
        expect(Math.sign(compareKeys(a, b))).toBe(-Math.sign(compareKeys(b, a)) + 0);
        if (compareKeys(a, b) <= 0 && compareKeys(b, c) <= 0)
          expect(compareKeys(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('counts as equal only what has the same text', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        expect(compareKeys(a, b) === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});

describe('hasPrefix', () => {
  it('tells a list that goes on from the prefix from one that does not', () => {
    expect(hasPrefix(['a', 1], ['a'])).toBe(true);
    expect(hasPrefix(['ab', 1], ['a'])).toBe(false);
    expect(hasPrefix(['a'], ['a', 1])).toBe(false);
    expect(hasPrefix('a', ['a'])).toBe(false);
  });
});
