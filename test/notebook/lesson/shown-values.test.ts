import { describe, expect, it } from 'vitest';
import { readShownValues, rewriteShownValues, writeLike } from '../../../src/notebook/lesson/shown-values.ts';

describe('a value in the text', () => {
  it.each<[unknown, string, string, string]>([
    [0.81685, '0.000', '0.817', '0,817'],
    [7043, '0', '7,043', '7\u202f043'],
    [1234.5, '0.00', '1,234.50', '1\u202f234,50'],
    [0.258, '0 %', '26%', '26\u202f%'],
    [0.2584, '0.0%', '25.8%', '25,8\u202f%'],
    [0.0621, '+0.000', '+0.062', '+0,062'],
    [-0.164, '+0.000', '−0.164', '−0,164'],
    [-3, '0', '−3', '−3'],
    ['2024-01-31', 'x', '2024-01-31', '2024-01-31'],
  ])('%s in the form of %s is %s in English and %s in French', (value, example, english, french) => {
    expect(writeLike(value, example, 'en')).toBe(english);
    expect(writeLike(value, example.replace('.', ','), 'fr')).toBe(french);
  });

  it('is nothing where it is neither a number nor a text', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, null, undefined, {}, true])
      expect(writeLike(value, '0', 'en')).toBeNull();
  });

  it('is found by its line and read as plain text', () => {
    expect(readShownValues('one\n[2](value:two) and [3.0 %](value:three)', 10)).toEqual({
      markdown: 'one\n2 and 3.0 %',
      values: [
        { name: 'two', text: '2', line: 11 },
        { name: 'three', text: '3.0 %', line: 11 },
      ],
    });
  });

  it('is rewritten in place, and nothing else is', () => {
    const source = 'a [0](value:x), [b](#c)\n[0.0](value:y)';
    expect(rewriteShownValues(source, ({ name, line }) => `${name}${line}`)).toBe(
      'a [x1](value:x), [b](#c)\n[y2](value:y)',
    );
  });
});
