import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, digestOf, digestOfValue } from '../../src/core/digest.ts';

describe('digestOf', () => {
  it('is the SHA-256 of the parts laid end to end', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array())), (parts) => {
        const hash = createHash('sha256');
        for (const part of parts) hash.update(part);
        expect(digestOf(...parts)).toBe(hash.digest('hex'));
      }),
    );
  });

  it('takes the bytes of a view, not those of the buffer behind it', () => {
    const numbers = Float64Array.of(1, 2, 3);
    expect(digestOf(numbers.subarray(1, 2))).toBe(digestOf(Float64Array.of(2)));
  });
});

describe('digestOfValue', () => {
  it('does not depend on the order in which keys were set', () => {
    expect(digestOfValue({ a: 1, b: { c: 2, d: 3 } })).toBe(digestOfValue({ b: { d: 3, c: 2 }, a: 1 }));
    expect(digestOfValue([1, 2])).not.toBe(digestOfValue([2, 1]));
  });

  it('tells apart what JSON would make equal', () => {
    const values = [
      null,
      Number.NaN,
      Infinity,
      -Infinity,
      0,
      -0,
      '0',
      'NaN',
      Float64Array.of(0),
      Float32Array.of(0),
      Uint8Array.of(0),
      new Map([['a', 1]]),
      { a: 1 },
      [],
      {},
    ];
    expect(new Set(values.map(digestOfValue)).size).toBe(values.length);
  });

  it('leaves undefined members out', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  });
});
