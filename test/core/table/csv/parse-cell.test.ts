import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isUtf8,
  parseBool,
  parseDecimal,
  parseInteger,
  textOf,
  trimEnd,
  trimStart,
} from '../../../../src/core/table/csv/parse-cell.ts';
import { ESCAPED } from '../../../../src/core/table/csv/scan-records.ts';

/** Puts other digits around the cell, which must not be read. */
function within<T>(text: string, read: (bytes: Uint8Array, start: number, end: number) => T): T {
  const bytes = new TextEncoder().encode(`9${text}9`);
  return read(bytes, 1, bytes.length - 1);
}

const decimal = (text: string, isComma = false) =>
  within(text, (bytes, start, end) => parseDecimal(bytes, start, end, isComma));

describe('parseDecimal', () => {
  it('reads every double as JavaScript does, to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(decimal(String(value))).toBe(Object.is(value, -0) ? 0 : value);
      }),
      { numRuns: 1000 },
    );
  });

  it('rounds long and short decimal numbers once', () => {
    const digits = fc.stringMatching(/^[+-]?\d{1,20}(\.\d{0,20})?$/);
    fc.assert(
      fc.property(digits, (text) => {
        expect(decimal(text)).toBe(Number(text));
        expect(decimal(text.replace('.', ','), true)).toBe(Number(text));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['-1E-2', -0.01],
    ['inf', Infinity],
    ['-Infinity', -Infinity],
    ['-0', -0],
    ...['', '.', '-', '+', '1.2.3', '1,5', '0x10', '1_000', '1 000', 'e5', '--1', '1e', 'Infinit', '١'].map(
      (text): [string, number] => [text, Number.NaN],
    ),
  ])('reads %j as %d', (text, value) => {
    expect(decimal(text)).toBe(value);
  });
});

describe('parseInteger', () => {
  it('reads every whole number that a double holds exactly, and no other', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }), (value) => {
        const isExact = value < 2n ** 53n && value > -(2n ** 53n);
        expect(within(String(value), parseInteger)).toBe(isExact ? Number(value) : Number.NaN);
      }),
    );
  });

  it.each(['', '-', '1.0', '1e3', ' 1', '12345678901234567'])('takes %j for none', (text) => {
    expect(within(text, parseInteger)).toBeNaN();
  });

  it('keeps leading zeros out of the value', () => expect(within('+007', parseInteger)).toBe(7));
});

it.each([
  ['True', 1],
  ['true', 1],
  ['TRUE', 1],
  ['False', 0],
  ['false', 0],
  ['FALSE', 0],
  ['tRUE', -1],
  ['1', -1],
  ['', -1],
])('reads the truth of %j as %d', (text, value) => {
  expect(within(text, parseBool)).toBe(value);
});

it('gives back any text, with doubled quotes undone only where they were escaped', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const doubled = text.replaceAll('"', '""');
      expect(within(text, (bytes, start, end) => textOf(bytes, start, end))).toBe(text);
      expect(within(doubled, (bytes, start, end) => textOf(bytes, start, end, ESCAPED))).toBe(text);
      expect(within(text, isUtf8)).toBe(true);
    }),
  );
});

it('tells bytes that are no UTF-8, and reads them all the same', () => {
  const latin = Uint8Array.of(0x61, 0xe9, 0x62);
  expect([isUtf8(latin, 0, 3), isUtf8(latin, 0, 1)]).toEqual([false, true]);
  expect(textOf(latin, 0, 3)).toBe('a\uFFFDb');
});

it('trims spaces at both ends and nothing else', () => {
  const bytes = new TextEncoder().encode('  a b\t ');
  const start = trimStart(bytes, 0, bytes.length);
  expect([start, trimEnd(bytes, start, bytes.length)]).toEqual([2, 6]);
  expect([trimStart(bytes, 0, 2), trimEnd(bytes, 0, 2)]).toEqual([2, 0]);
});
