import { quote, TypeMismatchError } from '../../errors.ts';

/** Refuses an argument of an expectation that is no list. */
export function requireList(value: unknown, name: string): asserts value is readonly unknown[] {
  if (Array.isArray(value)) return;
  throw new TypeMismatchError(`${name} is ${quote(value)}`, `give a list, for example ['a', 'b']`);
}
