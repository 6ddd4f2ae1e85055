import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locateJsonError } from '../../../src/core/serving/locate-json-error.ts';

test('whatever JSON.stringify writes has no error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      expect(locateJsonError(JSON.stringify(value, null, indent))).toBeNull();
    }),
  );
});

test('a text has an error exactly where JSON.parse throws', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '1',
    '-',
    '.5',
    'e3',
    'true',
    ' ',
    '\\u00e9',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      expect(locateJsonError(text) === null, text).toBe(isJson(text));
    }),
    { numRuns: 5000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
