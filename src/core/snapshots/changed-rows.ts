import { type Cell, cellAt } from '../table/column.ts';
import { columnOf, type Table } from '../table/table.ts';
import { keyReader } from './row-keys.ts';

/** How `after` differs from `before`: rows of `after` that changed or are new, and how many keys are gone. */
export interface RowChanges {
  readonly changed: Int32Array;
  readonly added: Int32Array;
  readonly nRemoved: number;
}

/**
 * Compares two states of a table, one row per join key each, in the columns named `content`. O(rows ×
 * columns).
 */
export function findChanges(
  before: Table,
  after: Table,
  by: { readonly joinKeys: readonly string[]; readonly content: readonly string[] },
): RowChanges {
  const keyBefore = keyReader(before, by.joinKeys);
  const keyAfter = keyReader(after, by.joinKeys);
  const formerRows = new Map<string, number>();
  for (let row = 0; row < before.nRows; row++) formerRows.set(keyBefore(row), row);
  const pairs = by.content.map((name) => [columnOf(before, name), columnOf(after, name)] as const);
  const changed: number[] = [];
  const added: number[] = [];
  let nKept = 0;
  for (let row = 0; row < after.nRows; row++) {
    const former = formerRows.get(keyAfter(row));
    if (former === undefined) {
      added.push(row);
      continue;
    }
    nKept++;
    const differs = pairs.some(([then, now]) => !isSame(cellAt(then, former), cellAt(now, row)));
    if (differs) changed.push(row);
  }
  return { changed: Int32Array.from(changed), added: Int32Array.from(added), nRemoved: before.nRows - nKept };
}

function isSame(a: Cell, b: Cell): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
