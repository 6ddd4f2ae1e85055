import { ByteDictionary } from './byte-dictionary.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Builds the dictionary of a text column from bytes: equal bytes get one code and are decoded once. */
export class TextInterner {
  readonly texts: string[] = [];
  readonly #words = new ByteDictionary();

  /** The position in `texts` of the text `bytes[start … end)`, UTF-8; bytes that are none become U+FFFD. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const code = this.#words.intern(bytes, start, end);
    if (code === this.texts.length) this.texts.push(decoder.decode(bytes.subarray(start, end)));
    return code;
  }
}
