import { KeyError, suggest } from '../../../src/core/errors.ts';
import type { TableReader } from '../../../src/core/features/feature-source.ts';
import type { Table } from '../../../src/core/table/table.ts';

/** A table reader over tables at hand that counts what was read. */
export function tableReader(
  tables: Readonly<Record<string, Table>>,
): TableReader & { readonly read: string[] } {
  const read: string[] = [];
  return {
    read,
    readTable: async (name) => {
      read.push(name);
      const table = tables[name];
      if (table === undefined) throw new KeyError(`no table '${name}'`, suggest(name, Object.keys(tables)));
      return table;
    },
  };
}
