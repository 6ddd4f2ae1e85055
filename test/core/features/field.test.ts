import { expect, it } from 'vitest';
import { Field } from '../../../src/core/features/field.ts';

it.each(['int64', 'float64', 'bool', 'string'] as const)('may be %s', (dtype) => {
  expect({ ...new Field({ name: 'fee', dtype }) }).toEqual({ name: 'fee', dtype });
});

it.each([
  [{ name: 'fee', dtype: 'int46' }, 'ValueError', "did you mean 'int64'?"],
  [{ name: 'fee', dtype: 'timestamp' }, 'ValueError', 'known: int64, float64, bool, string'],
  [{ name: 'fee' }, 'TypeError', 'give it by name: { name, dtype }'],
  [{ name: 'a:b', dtype: 'bool' }, 'ValueError', expect.stringContaining("has no ':'")],
])('refuses %j', (options, name, hint) => {
  expect(() => new Field(options as never)).toThrow(expect.objectContaining({ name, hint }));
});
