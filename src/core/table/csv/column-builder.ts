import { ByteDictionary } from '../byte-dictionary.ts';
import type { Column, Dtype } from '../column.ts';
import { toEpochMs } from '../timestamps.ts';
import { GrowingArray } from './growing-array.ts';
import { isUtf8, parseBool, parseDecimal, parseInteger, textOf, trimEnd, trimStart } from './parse-cell.ts';
import { ESCAPED, PLAIN, QUOTED } from './scan-records.ts';

/**
 * What became of a cell: it fits, does not fit the type asked for, or is no UTF-8 (told once per distinct
 * text).
 */
export type Fit = 'fits' | 'wrong-type' | 'not-utf8';

const QUOTE_MARK = 0x22;
const DOT = 0x2e;
const COMMA = 0x2c;

/** How the cells of a column are to be read. */
export interface ColumnFormat {
  /** The type asked for; null to infer it. */
  readonly dtype: Dtype | null;
  readonly nullWords: ReadonlySet<string>;
  readonly isCommaDecimal: boolean;
}

/**
 * Collects one column of a CSV file. Where the type is to be inferred, it is that of the first cell that is
 * no null, whole numbers widening to doubles. A later cell that does not fit sets `needsText`: the file has
 * to be read again with this column as text, as the cells before are no longer known letter by letter.
 */
export class ColumnBuilder {
  needsText = false;
  /** Both 1.5 and 1,5 occur: one of them may be a thousands separator. */
  hasMixedDecimals = false;
  #dtype: Dtype | null;
  #nRows = 0;
  #hasQuotedEmpty = false;
  #decimalMark = 0;
  readonly #format: ColumnFormat;
  readonly #numbers = new GrowingArray(Float64Array);
  readonly #codes = new GrowingArray(Int32Array);
  readonly #nulls = new GrowingArray(Uint8Array);
  readonly #words = new ByteDictionary();
  readonly #wordCodes: number[] = [];
  readonly #isNullWord: boolean[] = [];
  /** Per code of the column the word it stands for; null words have none. */
  readonly #codeWords: number[] = [];
  readonly #longestNullWord: number;

  constructor(format: ColumnFormat) {
    this.#format = format;
    this.#dtype = format.dtype;
    this.#longestNullWord = Math.max(
      0,
      ...[...format.nullWords].map((word) => new TextEncoder().encode(word).length),
    );
  }

  /** Adds the cell `bytes[start … end)`; a cell that does not fit counts as null. */
  append(bytes: Uint8Array, start: number, end: number, quoting: number): Fit {
    if (this.needsText) return this.appendNull();
    if (this.#dtype === 'string') return this.#appendText(bytes, start, end, quoting);
    const from = trimStart(bytes, start, end);
    const to = trimEnd(bytes, from, end);
    if (from === to) {
      if (quoting !== PLAIN) this.#hasQuotedEmpty = true;
      return this.appendNull();
    }
    const value = this.#read(bytes, from, to);
    if (!Number.isNaN(value)) {
      this.#numbers.set(this.#nRows++, value);
      return 'fits';
    }
    if (quoting === PLAIN && this.#format.nullWords.has(textOf(bytes, from, to))) return this.appendNull();
    if (this.#format.dtype !== null) {
      this.appendNull();
      return 'wrong-type';
    }
    if (this.#dtype === null && !this.#hasQuotedEmpty) {
      this.#dtype = 'string';
      return this.#appendText(bytes, start, end, quoting);
    }
    this.needsText = true;
    return this.appendNull();
  }

  appendNull(): 'fits' {
    this.#nulls.set(this.#nRows++, 1);
    return 'fits';
  }

  /**
   * The column so far. One without a single value takes the type asked for, else float64 as in `fromRows`.
   */
  finish(): Column {
    const nRows = this.#nRows;
    const dtype = this.#dtype ?? 'float64';
    const nulls = this.#nulls.length > 0 ? this.#nulls.toArray(nRows) : null;
    if (dtype === 'string') {
      const texts = this.#words.texts();
      const dictionary = this.#codeWords.map((word) => texts[word] as string);
      return { dtype, values: this.#codes.toArray(nRows), dictionary, nulls };
    }
    const values = this.#numbers.toArray(nRows);
    if (dtype === 'bool') return { dtype, values: Uint8Array.from(values), nulls };
    return { dtype, values, nulls };
  }

  /** Whether empty quoted cells were read as nulls of a column that turned out to have no values at all. */
  get isUndecidedText(): boolean {
    return this.#dtype === null && this.#hasQuotedEmpty;
  }

  #read(bytes: Uint8Array, start: number, end: number): number {
    switch (this.#dtype) {
      case null:
        return this.#readFirst(bytes, start, end);
      case 'bool':
        return this.#readBool(bytes, start, end);
      case 'timestamp':
        return readInstant(textOf(bytes, start, end));
      case 'int64': {
        const whole = parseInteger(bytes, start, end);
        if (!Number.isNaN(whole)) return whole;
        const value = this.#readDecimal(bytes, start, end);
        if (this.#format.dtype === 'int64') return Number.isSafeInteger(value) ? value : Number.NaN;
        if (Number.isNaN(value) || isPastExact(bytes, start, end)) return Number.NaN;
        this.#dtype = 'float64';
        return value;
      }
      default:
        return this.#readDecimal(bytes, start, end);
    }
  }

  #readDecimal(bytes: Uint8Array, start: number, end: number): number {
    const { isCommaDecimal } = this.#format;
    for (let i = start; isCommaDecimal && i < end; i++) {
      const byte = bytes[i] as number;
      if (byte !== COMMA && byte !== DOT) continue;
      if (this.#decimalMark !== 0 && this.#decimalMark !== byte) this.hasMixedDecimals = true;
      this.#decimalMark = byte;
    }
    return parseDecimal(bytes, start, end, isCommaDecimal);
  }

  #readFirst(bytes: Uint8Array, start: number, end: number): number {
    const bool = parseBool(bytes, start, end);
    if (bool !== -1) {
      this.#dtype = 'bool';
      return bool;
    }
    this.#dtype = 'int64';
    const value = this.#read(bytes, start, end);
    if (Number.isNaN(value)) this.#dtype = null;
    return value;
  }

  #readBool(bytes: Uint8Array, start: number, end: number): number {
    const bool = parseBool(bytes, start, end);
    if (bool !== -1) return bool;
    if (this.#format.dtype !== 'bool') return Number.NaN;
    const digit = parseDecimal(bytes, start, end, false);
    return digit === 0 || digit === 1 ? digit : Number.NaN;
  }

  #appendText(bytes: Uint8Array, start: number, end: number, quoting: number): Fit {
    if (quoting === ESCAPED) {
      const plain = unescapeQuotes(bytes.subarray(start, end));
      return this.#appendText(plain, 0, plain.length, QUOTED);
    }
    const word = this.#words.intern(bytes, start, end);
    const isNew = word === this.#wordCodes.length;
    if (isNew) {
      const mayBeNull = end - start <= this.#longestNullWord;
      this.#isNullWord.push(mayBeNull && this.#format.nullWords.has(textOf(bytes, start, end)));
      this.#wordCodes.push(-1);
    }
    if (quoting === PLAIN && this.#isNullWord[word]) return this.appendNull();
    if (this.#wordCodes[word] === -1) this.#wordCodes[word] = this.#codeWords.push(word) - 1;
    this.#codes.set(this.#nRows++, this.#wordCodes[word] as number);
    return isNew && !isUtf8(bytes, start, end) ? 'not-utf8' : 'fits';
  }
}

/** Doubled quotes become single ones. */
function unescapeQuotes(escaped: Uint8Array): Uint8Array {
  const plain = new Uint8Array(escaped.length);
  let length = 0;
  for (let i = 0; i < escaped.length; i++) {
    plain[length++] = escaped[i] as number;
    if (escaped[i] === QUOTE_MARK) i++;
  }
  return plain.subarray(0, length);
}

/** Whole numbers past 2^53 are identifiers, which a double would change: they stay text. */
function isPastExact(bytes: Uint8Array, start: number, end: number): boolean {
  return /^[+-]?\d+$/.test(textOf(bytes, start, end));
}

function readInstant(text: string): number {
  try {
    return toEpochMs(text, { dateOnly: 'midnight' });
  } catch {
    return Number.NaN;
  }
}
