/**
 * A deep copy of a record, as `structuredClone` makes it. Buffers, which hold whole tables, are copied by themselves: a
 * clone writes them to a message first, several times the work.
 */
export function copyRecord<R extends object>(record: R): R {
  return mapRecord(record, (value) => (value instanceof ArrayBuffer ? value.slice(0) : cloneValue(value)));
}

/** A copy of a record but for its buffers, which are taken over. */
export function takeRecord<R extends object>(record: R): R {
  return mapRecord(record, (value) => (value instanceof ArrayBuffer ? value : cloneValue(value)));
}

function mapRecord<R extends object>(record: R, map: (value: unknown) => unknown): R {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)])) as R;
}

function cloneValue(value: unknown): unknown {
  const isPlain = value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
  return isPlain ? value : structuredClone(value);
}
