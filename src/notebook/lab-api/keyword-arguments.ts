/** Arguments as a cell may give them: one object of names, or values in order with the rest in an object last. */
export type KeywordArguments<T> = [T] | unknown[];

/**
 * Reads `call({ name, version })` and `call(name, version, { … })` alike, as Python reads keyword and positional
 * arguments. `names` gives the order.
 */
export function readArguments<T>(args: KeywordArguments<T>, names: readonly (keyof T & string)[]): T {
  const positional = args.slice(0, names.length).filter((value, i) => i === 0 || !isOptions(value));
  if (isOptions(args[0])) return args[0] as T;
  const last = args.length > 1 && isOptions(args.at(-1)) ? (args.at(-1) as object) : {};
  return { ...Object.fromEntries(positional.map((value, i) => [names[i], value])), ...last } as T;
}

function isOptions(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
