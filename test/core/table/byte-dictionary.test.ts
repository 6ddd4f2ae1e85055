import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteDictionary } from '../../../src/core/table/byte-dictionary.ts';

const encoder = new TextEncoder();

describe('a byte dictionary', () => {
  it('numbers distinct texts in the order in which they first appear, as a map would', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.string({ unit: 'grapheme', maxLength: 3 }))),
        (texts) => {
          const dictionary = new ByteDictionary();
          const expected = new Map<string, number>();
          for (const text of texts) {
            if (!expected.has(text)) expected.set(text, expected.size);
            const bytes = encoder.encode(`<${text}>`);
            expect(dictionary.intern(bytes, 1, bytes.length - 1)).toBe(expected.get(text));
          }
          expect(dictionary.size).toBe(expected.size);
          expect(dictionary.texts()).toEqual([...expected.keys()]);
        },
      ),
    );
  });

  it('decodes texts with marks at the beginning, characters of many bytes, and bytes that are no UTF-8', () => {
    const dictionary = new ByteDictionary();
    const cells = ['é', '\uFEFFé', '', '😀'].map((text) => encoder.encode(text));
    for (const bytes of [...cells, Uint8Array.of(0x52, 0xe9)]) dictionary.intern(bytes, 0, bytes.length);
    expect(dictionary.texts()).toEqual(['é', '\uFEFFé', '', '😀', 'R\uFFFD']);
  });

  it('holds a hundred thousand texts', () => {
    const dictionary = new ByteDictionary();
    const intern = (n: number) => {
      const bytes = encoder.encode(`user-${n}`);
      return dictionary.intern(bytes, 0, bytes.length);
    };
    for (let n = 0; n < 100_000; n++) expect(intern(n)).toBe(n);
    expect([intern(0), intern(99_999), intern(50_000)]).toEqual([0, 99_999, 50_000]);
  });
});
