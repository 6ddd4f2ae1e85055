import { expect, it } from 'vitest';
import { readArguments } from '../../../src/notebook/lab-api/keyword-arguments.ts';

interface Alias {
  name: string;
  alias: string;
  version: number;
  reason?: string;
}
const method = {
  name: 'setAlias',
  order: ['name', 'alias', 'version'] as const,
  named: ['reason'] as const,
};
const read = (...args: unknown[]) => readArguments<Alias>(args, method);

it('reads arguments by name, in order, or in order with the rest by name', () => {
  const expected = { name: 'churn', alias: 'champion', version: 2 };
  expect(read({ name: 'churn', alias: 'champion', version: 2 })).toEqual(expected);
  expect(read('churn', 'champion', 2)).toEqual(expected);
  expect(read('churn', { alias: 'champion', version: 2 })).toEqual(expected);
  expect(read('churn', 'champion', 2, { reason: 'better' })).toEqual({ ...expected, reason: 'better' });
  expect(read()).toEqual({});
});

it('tells a name that there is not, and a value too many', () => {
  expect(() => read('churn', { alia: 'champion' })).toThrow(
    expect.objectContaining({ message: "setAlias has no option 'alia'", hint: "did you mean 'alias'?" }),
  );
  expect(() => read('churn', { name: 'fraud', alias: 'champion' })).toThrow(
    expect.objectContaining({ name: 'TypeError', message: "setAlias got 'name' twice" }),
  );
  expect(() => read('churn', 'champion', 2, 'better')).toThrow(
    expect.objectContaining({
      name: 'TypeError',
      message: "setAlias got 'better' as argument 4",
      hint: 'it takes name, alias, version, in this order or by name',
    }),
  );
});
