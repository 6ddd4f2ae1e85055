import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeValue, encodeValue } from '../../../src/storage/backup/stored-value.ts';
import { anyStoredValue } from './any-record.ts';
import { joined } from './bytes.ts';

describe('a stored value as bytes', () => {
  it('comes back as it was: numbers of all kinds, Maps, Sets, Dates, buffers of every type, odd names', () => {
    fc.assert(
      fc.property(anyStoredValue, (value) =>
        isDeepStrictEqual(decodeValue(joined(encodeValue(value))), value),
      ),
      { numRuns: 500 },
    );
  });

  it('keeps what looks like the lab’s own marks apart from them', () => {
    const value = JSON.parse('{"$":"number","is":"NaN","__proto__":{"isAdmin":true}}');
    const back = decodeValue(joined(encodeValue(value)));
    expect(back).toStrictEqual(value);
    expect(Object.hasOwn(back as object, '__proto__')).toBe(true);
    expect((back as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('copies no buffer when it is written', () => {
    const weights = Float64Array.of(1, 2, 3);
    expect(encodeValue({ weights }).at(-1)?.buffer).toBe(weights.buffer);
  });

  it('refuses what IndexedDB would keep but the lab never stores', () => {
    expect(() => encodeValue({ pattern: /x/ })).toThrow('a RegExp cannot be saved to a file');
    expect(() => encodeValue({ size: 10n })).toThrow('cannot be saved to a file');
  });

  it.each([
    ['nothing', ''],
    ['a text that ends early', '\xff\0\0\0{}'],
    ['no JSON', '\x01\0\0\0{'],
    ['no UTF-8', '\x03\0\0\0"\xff"'],
    ['an unknown kind', json('{"$":"function"}')],
    ['a number that is none', json('{"$":"number","is":"1"}')],
    ['a buffer that is not there', json('{"$":"bytes","as":"Uint8Array","length":1}')],
    ['a buffer of negative length', json('{"$":"bytes","as":"Uint8Array","length":-1}')],
    ['a buffer of an unknown type', `${json('{"$":"bytes","as":"constructor","length":1}')}x`],
    ['half an element', `${json('{"$":"bytes","as":"Int32Array","length":2}')}xx`],
    ['bytes that nothing names', `${json('{}')}x`],
    ['a map that is none', json('{"$":"map","entries":{}}')],
    ['an entry of three', json('{"$":"map","entries":[[1,2,3]]}')],
    ['ten thousand levels', json('['.repeat(10_000) + ']'.repeat(10_000))],
  ])('is not made of %s', (_what, text) => {
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    expect(() => decodeValue(bytes)).toThrow(expect.objectContaining({ name: 'UndecodableValueError' }));
  });
});

function json(text: string): string {
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, text.length, true);
  return String.fromCharCode(...head) + text;
}
