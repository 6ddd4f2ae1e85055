import { isTable, type Table } from '../../../core/table/table.ts';
import { type DataFrame, isDataFrame, isSeries, type Series } from '../../lab-api/danfo.ts';

/** A value that is a table of some kind, told apart. */
export type TableKind =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'frame'; readonly frame: DataFrame }
  | { readonly kind: 'series'; readonly series: Series };

const ASKED = ['kind', 'columns', 'column', 'values', 'dtypes'];

/** Which kind of table a value is; null for anything else. Runs no getter that the value itself has. */
export function tableKindOf(value: unknown): TableKind | null {
  if (typeof value !== 'object' || value === null) return null;
  try {
    if (ASKED.some((name) => Object.getOwnPropertyDescriptor(value, name)?.get !== undefined)) return null;
    if (isTable(value) && value.columns instanceof Map) return { kind: 'table', table: value };
    if (isDataFrame(value) && Array.isArray(value.dtypes) && Array.isArray(value.shape))
      return { kind: 'frame', frame: value };
    return isSeries(value) ? { kind: 'series', series: value } : null;
  } catch {
    // A Proxy may refuse to be asked.
    return null;
  }
}
