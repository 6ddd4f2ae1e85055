import { expect, it } from 'vitest';
import { bomLength, detectDelimiter, isUtf16 } from '../../../../src/core/table/csv/detect-format.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['a,b,c\n1;2;3;4;5', ','],
  ['a;b\n1,5;2,5', ';'],
  ['a\tb,c\td\n', '\t'],
  ['a|b', '|'],
  ['"a;b;c;d",e', ','],
  ['"a""b;",c,d;', ','],
  ['single\r1;2;3', ','],
  ['', ','],
])('finds what separates the header %j', (header, delimiter) => {
  expect(detectDelimiter(bytes(header))).toBe(delimiter);
});

it('knows the marks that files begin with', () => {
  expect([bomLength(bytes('\uFEFFa')), bomLength(bytes('a')), bomLength(Uint8Array.of(0xef, 0xbb))]).toEqual([
    3, 0, 0,
  ]);
  expect(
    [Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xfe, 0xff), Uint8Array.of(0xff), bytes('ab')].map(isUtf16),
  ).toEqual([true, true, false, false]);
});
