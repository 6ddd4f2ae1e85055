import * as v from 'valibot';
import { expect, it } from 'vitest';
import { recordOf } from '../../../src/notebook/checking/record-of.ts';

const numbers = recordOf(v.number());

it('keeps members of any name', () => {
  const members = JSON.parse('{"a": 1, "constructor": 2, "__proto__": 3, "prototype": 4}');
  expect(Object.entries(v.parse(numbers, members))).toEqual(Object.entries(members));
  expect(v.is(numbers, Object.create(null))).toBe(true);
});

it.each([
  ['a value that does not fit', { a: 'x' }],
  ['one under an odd name', JSON.parse('{"__proto__": "x"}')],
  ['another', { constructor: 'x' }],
  ['a list', [1]],
  ['null', null],
  ['a text', 'x'],
])('refuses %s', (_, value) => {
  expect(v.is(numbers, value)).toBe(false);
});
