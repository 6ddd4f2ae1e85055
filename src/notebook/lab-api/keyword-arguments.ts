import { checkOptions } from '../../core/check-options.ts';
import { quote, TypeMismatchError } from '../../core/errors.ts';

/** Arguments as a cell may give them: one object of names, or values in order with the rest in an object last. */
export type KeywordArguments<T> = [T] | unknown[];

/** A method as its caller sees it: what it is called, and its arguments in order. */
export interface Method<T> {
  readonly name: string;
  readonly order: readonly (keyof T & string)[];
  /** Arguments that go by name only. */
  readonly named?: readonly (keyof T & string)[];
}

/**
 * Reads `call({ name, version })` and `call(name, version, { … })` alike, as Python reads keyword and positional
 * arguments. A name that the method does not have, and a value too many, are a `TypeError`.
 */
export function readArguments<T extends object>(args: KeywordArguments<T>, method: Method<T>): T {
  const { name, order, named = [] } = method;
  const last = args.at(-1);
  const options = isOptions(last) ? last : {};
  const positional = isOptions(last) ? args.slice(0, -1) : args;
  if (positional.length > order.length) {
    throw new TypeMismatchError(
      `${name} got ${quote(positional[order.length])} as argument ${order.length + 1}`,
      `it takes ${order.join(', ')}, in this order or by name`,
    );
  }
  checkOptions(name, options, { optional: [...order, ...named] });
  const twice = order.slice(0, positional.length).find((given) => Object.hasOwn(options, given));
  if (twice !== undefined) {
    throw new TypeMismatchError(`${name} got ${quote(twice)} twice`, 'give it in order or by name, not both');
  }
  const inOrder = positional.map((value, i) => [order[i], value] as const);
  return { ...Object.fromEntries(inOrder), ...options } as T;
}

function isOptions(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
