import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choosePositions } from '../../../../src/core/training/transformers/choose-columns.ts';

const names = ['months', 'fee', 'plan'];
const table = { names, named: true };

it('finds columns by name, and by position from either end', () => {
  expect(choosePositions(['plan', 'months', 'plan'], table)).toEqual([2, 0, 2]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 2 })), (positions) => {
      expect(choosePositions(positions, { names, named: false })).toEqual(
        positions.map((at) => names.indexOf(names.at(at)!)),
      );
    }),
  );
});

it.each<[unknown, boolean, string]>([
  ['plan', true, "1D data passed to a transformer that expects 2D data: columns are 'plan'"],
  [['plans'], true, "A given column is not a column of the table: 'plans'"],
  [['plan'], false, "column 'plan' is given by name, but a matrix has no names"],
  [[3], true, 'column position 3 is out of range'],
  [[-4], false, 'column position -4 is out of range'],
  [[0.5], true, 'column position 0.5 is out of range'],
])('refuses %j', (choice, named, message) => {
  expect(() => choosePositions(choice as never, { names, named })).toThrow(
    expect.objectContaining({ name: 'ValueError', message }),
  );
});
