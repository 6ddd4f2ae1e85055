// valibot: one small library checks whatever comes from outside; 1 kB where used, typed, no code generation.
import * as v from 'valibot';
import type { Table } from '../../core/table/table.ts';
import type { Instant } from '../../core/table/timestamps.ts';
import { recordOf } from '../checking/record-of.ts';
import { isSoundTable } from './sound-table.ts';

/** What core itself checks before it does anything, with a better message than a schema has. Plain all the same. */
export const checkedByCore = v.custom<never>(() => true);

export const text = v.string();
export const optionalText = v.optional(v.string());
export const nullishText = v.nullish(v.string());
export const texts = v.array(v.string());
export const number = v.number();

/** Names and any plain values, such as params and tags. */
export const values = recordOf(v.unknown());

/** A date, an ISO text or epoch milliseconds. */
export const instant = v.custom<Instant>(
  (value) => typeof value === 'string' || typeof value === 'number' || value instanceof Date,
  'a date, an ISO text or epoch milliseconds',
);

/** A table whose columns fit together. */
export const table = v.custom<Table>(isSoundTable, 'a table whose columns fit together');

/** A list of arguments; those at the end may be left out where they are optional. */
export function args<const T extends v.TupleItems>(...items: T) {
  return v.pipe(
    v.array(v.unknown()),
    v.maxLength(items.length, `at most ${items.length} arguments`),
    v.transform((given) => Array.from({ length: items.length }, (_, i) => given[i])),
    v.strictTuple(items),
  );
}

/** Options that may be left out, without members that there are not. */
export function options<const T extends v.ObjectEntries>(entries: T) {
  return v.optional(v.strictObject(entries), {} as never);
}
