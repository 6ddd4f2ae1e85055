/**
 * A deep copy of a record, as `structuredClone` makes it. Buffers, which hold whole tables, are copied by themselves: a
 * clone writes them to a message first, several times the work.
 */
export function copyRecord<R extends object>(record: R): R {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, copyValue(value)])) as R;
}

function copyValue(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return value.slice(0);
  const isPlain = value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
  return isPlain ? value : structuredClone(value);
}
