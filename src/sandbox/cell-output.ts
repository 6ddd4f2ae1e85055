import * as v from 'valibot';
import { unpack } from '../core/table/pack.ts';
import type { CellOutput } from '../notebook/document/output.ts';
import { outputSchema } from '../notebook/document/output-schema.ts';
import { isSoundTable } from '../notebook/remote/sound-table.ts';

/** An output as a kernel may send it: no picture, which only files have, and no table that would not hold together. */
export const cellOutput: v.GenericSchema<CellOutput> = v.pipe(
  outputSchema,
  v.check(({ kind }) => kind !== 'image', 'no picture'),
  v.check((output) => output.kind !== 'table' || isSoundPack(output.packed), 'a table that holds together'),
);

/** Whether a table can be read from the bytes, and holds together. */
function isSoundPack(packed: ArrayBuffer): boolean {
  try {
    return isSoundTable(unpack(packed));
  } catch {
    return false;
  }
}
