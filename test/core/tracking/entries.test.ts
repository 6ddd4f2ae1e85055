import { expect, it } from 'vitest';
import { entriesOf } from '../../../src/core/tracking/entries.ts';

it('lists names and values in their order', () => {
  expect(entriesOf({ b: 1, a: null })).toEqual([
    { key: 'b', value: 1 },
    { key: 'a', value: null },
  ]);
});

it.each([null, undefined, 'auc', 5, [['a', 1]]])('refuses %j, which holds no names', (values) => {
  expect(() => entriesOf(values as never)).toThrow(
    expect.objectContaining({ errorCode: 'INVALID_PARAMETER_VALUE' }),
  );
});
