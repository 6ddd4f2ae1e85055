import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitValue,
  namesAnotherPath,
  toText,
  validateKey,
  validateKeyName,
} from '../../../src/core/tracking/validate-entry.ts';

describe('a key', () => {
  it.each(['a', 'a/b c.d-e_f', 'été', 'val:auc', 'a..b', '.hidden', 'x'.repeat(250)])('may be %j', (key) => {
    expect(() => validateKey(key, 'metric')).not.toThrow();
  });

  it.each([
    '',
    '/a',
    'a/',
    'a//b',
    '.',
    '..',
    '../a',
    'a/../b',
    './a',
    '..a',
    'a\\b',
    'a\nb',
    'a=b',
    5,
    null,
  ])('may not be %j', (key) => {
    expect(() => validateKeyName(key, 'tag')).toThrow(
      expect.objectContaining({ errorCode: 'INVALID_PARAMETER_VALUE', hint: expect.stringMatching(/./) }),
    );
  });

  it('may be too long to be logged, and still be looked for', () => {
    const key = 'x'.repeat(251);
    expect(() => validateKey(key, 'param')).toThrow('has length 251, more than 250');
    expect(() => validateKeyName(key, 'param')).not.toThrow();
  });

  it('that is in its normal form stays where it is as a path', () => {
    const part = fc.stringMatching(/^[a-z]{1,3}$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        expect(namesAnotherPath(parts.join('/'))).toBe(false);
        expect(namesAnotherPath(['..', ...parts].join('/'))).toBe(true);
        expect(namesAnotherPath([...parts, '', 'x'].join('/'))).toBe(true);
      }),
    );
  });
});

describe('a value', () => {
  it.each<[unknown, string]>([
    ['a', 'a'],
    [7043, '7043'],
    [0.1, '0.1'],
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'true'],
    [{ depth: 3 }, '{"depth":3}'],
    [[1, 2], '[1,2]'],
  ])('%j is stored as %j', (value, text) => {
    expect(toText(value)).toBe(text);
  });

  it('that JSON cannot hold is described', () => {
    expect(toText({ n: 10n })).toBe('[object Object]');
  });

  it.each(['param', 'tag'] as const)('of a %s is cut with a warning where it is too long', (kind) => {
    const limit = kind === 'param' ? 6000 : 5000;
    const warnings: unknown[] = [];
    const warn = (problem: unknown) => void warnings.push(problem);
    expect(fitValue('x'.repeat(limit), { kind, key: 'k' }, warn)).toHaveLength(limit);
    expect(warnings).toEqual([]);
    expect(fitValue('x'.repeat(limit + 1), { kind, key: 'k' }, warn)).toHaveLength(limit);
    expect(warnings).toMatchObject([{ code: 'value-truncated', severity: 'warning' }]);
  });

  it.each(['experiment tag', 'registry tag'] as const)('of an %s is refused where it is too long', (kind) => {
    expect(fitValue('x'.repeat(5000), { kind, key: 'k' })).toHaveLength(5000);
    expect(() => fitValue('x'.repeat(5001), { kind, key: 'k' })).toThrow(/length 5001, more than 5000/);
  });
});
