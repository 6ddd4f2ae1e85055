import { describe, expect, it } from 'vitest';
import {
  CancelledError,
  IndexError,
  KeyError,
  LabError,
  quote,
  suggest,
  TypeMismatchError,
  ValueError,
} from '../../src/core/errors.ts';

describe('an error of the lab', () => {
  it.each([
    [new LabError('m', 'h'), 'LabError'],
    [new ValueError('m', 'h'), 'ValueError'],
    [new KeyError('m', 'h'), 'KeyError'],
    [new IndexError('m', 'h'), 'IndexError'],
    [new TypeMismatchError('m', 'h'), 'TypeError'],
    [new CancelledError('m', 'h'), 'AbortError'],
  ])('carries a name, a message and a hint (%s)', (error, name) => {
    expect(error).toBeInstanceOf(LabError);
    expect([error.name, error.message, error.hint, String(error)]).toEqual([name, 'm', 'h', `${name}: m`]);
  });
});

describe('quote', () => {
  it.each([
    ['x', "'x'"],
    [1, '1'],
    [null, 'null'],
    [undefined, 'undefined'],
    [[1, 'a'], '[1,"a"]'],
    ['x'.repeat(100), `'${'x'.repeat(76)}...`],
  ])('shows a value in at most 80 characters (%j)', (value, text) => {
    expect(quote(value)).toBe(text);
  });

  it('shows values that JSON cannot hold', () => {
    const circular: unknown[] = [];
    circular.push(circular);
    expect(quote(new Date(Number.NaN))).toBe('Invalid Date');
    expect([quote(10n), quote(Number.NaN), quote(-0), quote(Symbol('s')), quote(circular)]).toEqual([
      '10',
      'NaN',
      '-0',
      'Symbol(s)',
      '[object Array]',
    ]);
  });
});

describe('suggest', () => {
  it('names the nearest of the known names within two edits', () => {
    expect(suggest('user_idd', ['age', 'user_id'])).toBe("did you mean 'user_id'?");
    expect(suggest('USER_ID', ['user_id'])).toBe("did you mean 'user_id'?");
    expect(suggest('users', ['userxy', 'user'])).toBe("did you mean 'user'?");
  });

  it('lists what is known where nothing is near', () => {
    expect(suggest('fee', ['user_id', 'months'])).toBe('known: user_id, months');
    expect(suggest('x', ['y'])).toBe('known: y');
    expect(suggest('fee', [])).toBe('there are none yet');
  });
});
