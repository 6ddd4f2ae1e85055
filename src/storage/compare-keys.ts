import type { Key } from '../core/database.ts';

/** Orders keys as IndexedDB does: numbers before strings before lists; lists element by element, shorter first. */
export function compareKeys(a: Key, b: Key): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (typeof a === 'object' && typeof b === 'object') return compareLists(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether `key` is a list that begins with the elements of `prefix`. */
export function hasPrefix(key: Key, prefix: readonly Key[]): boolean {
  return (
    typeof key === 'object' &&
    key.length >= prefix.length &&
    prefix.every((part, i) => compareKeys(part, key[i]!) === 0)
  );
}

function rankOf(key: Key): number {
  return typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2;
}

function compareLists(a: readonly Key[], b: readonly Key[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareKeys(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
