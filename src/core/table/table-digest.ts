import { digestOf } from '../digest.ts';
import { packedParts } from './pack.ts';
import type { Table } from './table.ts';

/** SHA-256 hex of a table's columns in order: names, types, values and nulls. Equal in every engine. */
export function tableDigest(table: Table): string {
  return digestOf(...packedParts(table));
}
