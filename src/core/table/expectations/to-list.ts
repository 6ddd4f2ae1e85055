import { quote, TypeMismatchError } from '../../errors.ts';

/** What an expectation takes where values are listed: a list, or a set as in Python. */
export type Listed<T> = readonly T[] | ReadonlySet<T>;

/** The values as a list; a `TypeError` for an argument that lists nothing. */
export function toList<T>(values: Listed<T>, name: string): readonly T[] {
  if (Array.isArray(values)) return values;
  if (values instanceof Set) return [...values];
  throw new TypeMismatchError(`${name} is ${quote(values)}`, `give a list, for example ['a', 'b']`);
}
