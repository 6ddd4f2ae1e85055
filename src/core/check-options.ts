import { quote, suggest, TypeMismatchError } from './errors.ts';

/** The names that an options object may and must have. */
export interface OptionNames {
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
}

/**
 * The options themselves, {} for none, where they are an object of known names; else the `TypeError` that Python raises
 * for an unexpected or missing keyword argument. `caller` is how the function is called, e.g. 'data.labels'.
 */
export function checkOptions<O extends object>(
  caller: string,
  options: O | null | undefined,
  { required = [], optional = [] }: OptionNames,
): O {
  const given: object = options ?? {};
  const known = [...required, ...optional];
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw new TypeMismatchError(
      `${caller} got ${quote(given)} where its options belong`,
      `give them by name, in one object: { ${known.join(', ')} }`,
    );
  }
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new TypeMismatchError(`${caller} has no option ${quote(unknown)}`, suggest(unknown, known));
  }
  const missing = required.filter((name) => (given as Record<string, unknown>)[name] === undefined);
  if (missing.length > 0) {
    throw new TypeMismatchError(
      `${caller} lacks ${missing.map(quote).join(', ')}`,
      `give it by name: { ${known.join(', ')} }`,
    );
  }
  return given as O;
}
