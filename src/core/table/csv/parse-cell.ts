import { ESCAPED } from './scan-records.ts';

const ZERO = 0x30;
const NINE = 0x39;
const MINUS = 0x2d;
const PLUS = 0x2b;
const DOT = 0x2e;
const COMMA = 0x2c;
const SPACE = 0x20;
const POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strictDecoder = new TextDecoder('utf-8', { fatal: true });

/** The texts that pandas takes for "no value" unless told otherwise. */
export const NULL_WORDS: readonly string[] =
  ' #N/A #N/A_N/A #NA -1.#IND -1.#QNAN -NaN -nan 1.#IND 1.#QNAN <NA> N/A NA NULL NaN None n/a nan null'
    .split(' ')
    .map((word) => word.replace('_', ' '));

/** The cell's text; doubled quotes become single ones. Bytes that are no UTF-8 become U+FFFD. */
export function textOf(bytes: Uint8Array, start: number, end: number, quoting = 0): string {
  let text = '';
  let position = start;
  // Building short ASCII texts by hand is several times faster than a decoder call.
  if (end - start <= 32) {
    while (position < end && (bytes[position] as number) < 0x80) {
      text += String.fromCharCode(bytes[position++] as number);
    }
  }
  if (position < end) text = decoder.decode(bytes.subarray(start, end));
  return quoting === ESCAPED ? text.replaceAll('""', '"') : text;
}

/** Whether the bytes are UTF-8. */
export function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  let position = start;
  while (position < end && (bytes[position] as number) < 0x80) position++;
  if (position === end) return true;
  try {
    strictDecoder.decode(bytes.subarray(start, end));
    return true;
  } catch {
    return false;
  }
}

/** A whole number without fraction or exponent, exact; NaN for anything else and past 2^53. */
export function parseInteger(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start];
  let position = first === MINUS || first === PLUS ? start + 1 : start;
  if (position === end || end - position > 16) return Number.NaN;
  let value = 0;
  for (; position < end; position++) {
    const digit = (bytes[position] as number) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  if (value > Number.MAX_SAFE_INTEGER) return Number.NaN;
  return first === MINUS ? -value : value;
}

/** The double nearest to the written decimal number; NaN for a text that is none. */
export function parseDecimal(bytes: Uint8Array, start: number, end: number, isCommaDecimal: boolean): number {
  const first = bytes[start];
  let position = first === MINUS || first === PLUS ? start + 1 : start;
  let mantissa = 0;
  let nDigits = 0;
  let nDecimals = -1;
  for (; position < end; position++) {
    const byte = bytes[position] as number;
    if (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      nDigits++;
      if (nDecimals >= 0) nDecimals++;
    } else if (nDecimals < 0 && (byte === DOT || (isCommaDecimal && byte === COMMA))) {
      nDecimals = 0;
    } else {
      return parseUnusual(textOf(bytes, start, end), isCommaDecimal);
    }
  }
  if (nDigits === 0) return Number.NaN;
  // Up to 15 digits the mantissa and the power of ten are exact, so that one division rounds once and correctly.
  if (nDigits > 15) return parseUnusual(textOf(bytes, start, end), isCommaDecimal);
  const value = nDecimals > 0 ? mantissa / (POWERS[nDecimals] as number) : mantissa;
  return first === MINUS ? -value : value;
}

/** 1 or 0 for True, true, TRUE and False, false, FALSE; −1 for anything else. */
export function parseBool(bytes: Uint8Array, start: number, end: number): 0 | 1 | -1 {
  const length = end - start;
  if (length !== 4 && length !== 5) return -1;
  const text = textOf(bytes, start, end);
  if (text === 'True' || text === 'true' || text === 'TRUE') return 1;
  return text === 'False' || text === 'false' || text === 'FALSE' ? 0 : -1;
}

/** Position of the first byte that is no space. */
export function trimStart(bytes: Uint8Array, start: number, end: number): number {
  let position = start;
  while (position < end && bytes[position] === SPACE) position++;
  return position;
}

/** Position after the last byte that is no space. */
export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = end;
  while (position > start && bytes[position - 1] === SPACE) position--;
  return position;
}

function parseUnusual(text: string, isCommaDecimal: boolean): number {
  if (/^[+-]?inf(inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  const pointed = isCommaDecimal ? text.replace(',', '.') : text;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(pointed) ? Number(pointed) : Number.NaN;
}
