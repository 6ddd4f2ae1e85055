import { expect, it } from 'vitest';
import { type CountOrFraction, readSize } from '../../../src/core/training/count-or-fraction.ts';

it.each<[CountOrFraction, string, number]>([
  [3, 'count', 3],
  [0.5, 'fraction', 0.5],
  [1, 'count', 1],
  [{ fraction: 1 }, 'fraction', 1],
  [{ count: 1 }, 'count', 1],
  [-0.5, 'fraction', -0.5],
])('reads %j as a %s of %d', (value, unit, number) => {
  expect(readSize('testSize', value)).toEqual({ unit, number });
});

it.each(['0.5', null, undefined, Number.NaN, Infinity, {}, { count: 1.5 }, { fraction: '1' }, [1], true])(
  'refuses %j and names the parameter',
  (value) => {
    expect(() => readSize('testSize', value as never)).toThrow(
      expect.objectContaining({
        name: 'ValueError',
        message: expect.stringContaining('invalid value for testSize'),
      }),
    );
  },
);
