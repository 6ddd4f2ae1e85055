import { describe, expect, it } from 'vitest';
import { decodeDictionary, encodeDictionary } from '../../../src/core/table/dictionary-bytes.ts';

const N_LARGE = 10_000;

describe('a dictionary as bytes', () => {
  it.each<[string, readonly string[]]>([
    ['nothing', []],
    ['one empty text', ['']],
    ['many plain texts', textsWith((n) => `customer ${n}`)],
    ['many texts of other letters', textsWith((n) => `é–🦊 ${n}`)],
    ['many texts with commas', textsWith((n) => `,${n},`)],
    ['many texts with quotes', textsWith((n) => `"${n}","`)],
    ['many texts with backslashes', textsWith((n) => `\\${n}\n`)],
  ])('comes back with %s', (_, texts) => {
    const bytes = encodeDictionary(texts).slice();
    expect(new TextDecoder().decode(bytes)).toBe(JSON.stringify(texts));
    expect(decodeDictionary(bytes)).toEqual(texts);
  });

  it('is cut as it would be parsed, where nobody holds its texts', () => {
    const texts = textsWith((n) => `nobody's ${n}`);
    expect(decodeDictionary(new TextEncoder().encode(JSON.stringify(texts)))).toEqual(texts);
  });

  it('is one array for equal large ones, wherever in a buffer they begin', () => {
    const texts = textsWith((n) => `shared ${n}`);
    const bytes = encodeDictionary(texts);
    const shifted = new Uint8Array(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    expect(decodeDictionary(bytes.slice())).toBe(texts);
    expect(decodeDictionary(shifted)).toBe(texts);
  });

  it('is told apart by a single letter, first or last', () => {
    const bytes = encodeDictionary(textsWith((n) => `told apart ${n}`));
    for (const place of [2, bytes.length - 3]) {
      const other = bytes.slice();
      other[place] = 'X'.charCodeAt(0);
      expect(decodeDictionary(other)).toEqual(JSON.parse(new TextDecoder().decode(other)));
    }
  });
});

function textsWith(text: (n: number) => string): string[] {
  return Array.from({ length: N_LARGE }, (_, n) => text(n));
}
