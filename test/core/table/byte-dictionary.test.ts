import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteDictionary } from '../../../src/core/table/byte-dictionary.ts';
import { TextInterner } from '../../../src/core/table/text-interner.ts';

const encoder = new TextEncoder();

describe('a byte dictionary', () => {
  it('numbers distinct texts in the order in which they first appear, as a map would', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 })), (texts) => {
        const dictionary = new ByteDictionary();
        const expected = new Map<string, number>();
        for (const text of texts) {
          if (!expected.has(text)) expected.set(text, expected.size);
          const bytes = encoder.encode(`<${text}>`);
          expect(dictionary.intern(bytes, 1, bytes.length - 1)).toBe(expected.get(text));
        }
        expect(dictionary.size).toBe(expected.size);
      }),
    );
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

describe('a text interner', () => {
  it('decodes each distinct text once, marks at the beginning included', () => {
    const interner = new TextInterner();
    const codes = ['é', '\uFEFFé', 'é', ''].map((text) => {
      const bytes = encoder.encode(text);
      return interner.intern(bytes, 0, bytes.length);
    });
    expect([codes, interner.texts]).toEqual([
      [0, 1, 0, 2],
      ['é', '\uFEFFé', ''],
    ]);
  });
});
