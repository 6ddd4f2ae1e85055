import { quote } from '../errors.ts';
import type { Problem } from '../problem.ts';
import type { Table } from '../table/table.ts';
import { keyReader } from './row-keys.ts';
import type { TableSchema } from './table-schema.ts';

const MOST_LISTED = 100;

/** A table of a month with the file it came from. */
export interface FileTable {
  readonly file: string;
  readonly schema: TableSchema;
  readonly table: Table;
}

/**
 * Customers that a table has and the first one has not, and the other way round: a month holds the same in
 * all.
 */
export function checkSameKeys(tables: readonly FileTable[]): readonly Problem[] {
  const [first, ...others] = tables;
  if (first === undefined) return [];
  const different = others.filter((other) => !haveSameKeysInOrder(first, other));
  if (different.length === 0) return [];
  const firstKeys = keysOf(first);
  return different.flatMap((other) => {
    const otherKeys = keysOf(other);
    return [
      ...report(
        [...otherKeys].filter(([key]) => !firstKeys.has(key)),
        other,
        first,
      ),
      ...report(
        [...firstKeys].filter(([key]) => !otherKeys.has(key)),
        first,
        other,
      ),
    ];
  });
}

/** Tables exported together mostly list their customers in the same order, which is quickly seen. */
function haveSameKeysInOrder(first: FileTable, other: FileTable): boolean {
  if (first.table.nRows !== other.table.nRows) return false;
  const keyInFirst = keyReader(first.table, first.schema.joinKeys);
  const keyInOther = keyReader(other.table, other.schema.joinKeys);
  for (let row = 0; row < first.table.nRows; row++) if (keyInFirst(row) !== keyInOther(row)) return false;
  return true;
}

function keysOf({ table, schema }: FileTable): ReadonlyMap<string, number> {
  const keyAt = keyReader(table, schema.joinKeys);
  const rows = new Map<string, number>();
  for (let row = 0; row < table.nRows; row++) rows.set(keyAt(row), row);
  return rows;
}

function report(keys: readonly [string, number][], has: FileTable, lacks: FileTable): Problem[] {
  const column = has.schema.joinKeys.join(', ');
  const rule = {
    severity: 'error',
    code: 'unmatched-key',
    hint: 'every table of a month holds the same customers; export them together',
    file: has.file,
    column,
  } as const;
  const problems = keys.slice(0, MOST_LISTED).map(
    ([value, row]): Problem => ({
      ...rule,
      message: `${column} ${quote(value)} of ${has.schema.name} is not in ${lacks.schema.name}`,
      row: row + 1,
      value,
    }),
  );
  if (keys.length > MOST_LISTED) {
    const message = `${keys.length - MOST_LISTED} more of ${has.schema.name} are not in ${lacks.schema.name}`;
    problems.push({ ...rule, message });
  }
  return problems;
}
