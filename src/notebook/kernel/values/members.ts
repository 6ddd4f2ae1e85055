/** One member of an object, as far as it may be looked at without running code. */
export type Member =
  | { readonly name: string; readonly kind: 'value'; readonly value: unknown }
  | { readonly name: string; readonly kind: 'getter' };

/** The first members of an object. */
export interface Members {
  readonly shown: readonly Member[];
  readonly nMore: number;
}

/**
 * The first `limit` members of an object or list: elements of arrays, entries of maps and sets, own properties. No getter
 * is run. Costs no more than what is shown, however long a list is.
 */
export function membersOf(value: object, limit: number): Members {
  if (Array.isArray(value)) return membersOfArray(value, limit);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const list = value as unknown as ArrayLike<unknown>;
    const shown = Array.from({ length: Math.min(list.length, limit) }, (_, i) => member(String(i), list[i]));
    return { shown, nMore: list.length - shown.length };
  }
  if (value instanceof Map) {
    const shown = take(value.entries(), limit).map(([key, entry]) => member(keyText(key), entry));
    return { shown, nMore: value.size - shown.length };
  }
  if (value instanceof Set) {
    const shown = take(value.values(), limit).map((entry, i) => member(String(i), entry));
    return { shown, nMore: value.size - shown.length };
  }
  const keys = Reflect.ownKeys(value).filter((key) => isEnumerable(value, key));
  return propertiesOf(value, keys, limit);
}

/** The text of a map's key. */
export function keyText(key: unknown): string {
  if (typeof key === 'string') return `'${key.slice(0, 100)}'`;
  return typeof key === 'object' && key !== null ? '[object]' : String(key).slice(0, 100);
}

function membersOfArray(list: readonly unknown[], limit: number): Members {
  const shown: Member[] = [];
  const nElements = Math.min(list.length, limit);
  for (let i = 0; i < nElements; i++) {
    const descriptor = Object.getOwnPropertyDescriptor(list, i);
    // A hole is shown as undefined.
    shown.push(descriptor === undefined ? member(String(i), undefined) : memberOf(String(i), descriptor));
  }
  return { shown, nMore: list.length - nElements };
}

function propertiesOf(value: object, keys: readonly (string | symbol)[], limit: number): Members {
  const shown = keys.slice(0, limit).map((key) => {
    const name = typeof key === 'symbol' ? `[${key.toString()}]` : key;
    return memberOf(name, Object.getOwnPropertyDescriptor(value, key));
  });
  return { shown, nMore: keys.length - shown.length };
}

function isEnumerable(value: object, key: string | symbol): boolean {
  return Object.getOwnPropertyDescriptor(value, key)?.enumerable === true;
}

function memberOf(name: string, descriptor: PropertyDescriptor | undefined): Member {
  return descriptor?.get === undefined ? member(name, descriptor?.value) : { name, kind: 'getter' };
}

function member(name: string, value: unknown): Member {
  return { name, kind: 'value', value };
}

function take<T>(values: Iterable<T>, limit: number): T[] {
  const taken: T[] = [];
  for (const value of values) {
    if (taken.length >= limit) break;
    taken.push(value);
  }
  return taken;
}
