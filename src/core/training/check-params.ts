import { quote, suggest, TypeMismatchError, ValueError } from '../errors.ts';

/**
 * `given` over `defaults`; a `TypeError` for a name that `estimator` does not know, as Python raises it. Undefined
 * counts as not given.
 */
export function completeParams<P extends object>(estimator: string, defaults: P, given: Partial<P>): P {
  if (typeof given !== 'object' || given === null) {
    throw new TypeMismatchError(
      `${estimator} got ${quote(given)} where its parameters belong`,
      `give them by name: { ${Object.keys(defaults).join(', ')} }`,
    );
  }
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(defaults, name));
  if (unknown !== undefined) {
    throw new TypeMismatchError(
      `unknown parameter ${quote(unknown)} of ${estimator}`,
      suggest(unknown, Object.keys(defaults)),
    );
  }
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(set) };
}

/** Whether a parameter is a number, NaN left out; null and texts compare like numbers, but are none. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(value);
}

/** Throws a `ValueError` unless `isValid`. `expected` completes "must be ...". */
export function checkParam(
  isValid: boolean,
  param: { readonly name: string; readonly value: unknown; readonly expected: string },
): void {
  const { name, value, expected } = param;
  if (!isValid) {
    throw new ValueError(`invalid value for ${name}: ${quote(value)}`, `${name} must be ${expected}`);
  }
}

/** Throws a `ValueError` unless `value` is one of `allowed`; undefined, for not given, always is. */
export function checkOneOf(name: string, value: unknown, allowed: readonly unknown[]): void {
  const expected = allowed.map(quote).join(' or ');
  checkParam(value === undefined || allowed.includes(value), { name, value, expected });
}

/** Throws a `ValueError` unless `randomState` is null or a seed of numpy's generator. */
export function checkRandomState(randomState: unknown): void {
  const isSeed = Number.isInteger(randomState) && 0 <= Number(randomState) && Number(randomState) < 2 ** 32;
  checkParam(randomState === null || isSeed, {
    name: 'randomState',
    value: randomState,
    expected: 'null or a whole number from 0 to 4294967295',
  });
}
