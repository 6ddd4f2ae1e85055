import type { Cell, CellRun, CodeCell } from '../document/notebook.ts';

/** Why a cell's outputs are not what a run would give now: its source was edited, or what it reads was written since. */
export type Outdated =
  | { readonly kind: 'edited' }
  /** `because` names the variables, in order. */
  | { readonly kind: 'stale'; readonly because: readonly string[] };

type RunCell = CodeCell & { readonly lastRun: CellRun };

/**
 * The code cells whose last run no longer holds, by id. A cell is stale where another cell has written a variable that it
 * reads in a later run, or where the cell that it had the variable from is stale itself. A write is a declaration or an
 * assignment; what is changed inside an object is not seen. A cell that never ran is neither.
 */
export function outdatedCells(cells: readonly Cell[]): ReadonlyMap<string, Outdated> {
  const runs = cells.filter((cell): cell is RunCell => cell.kind === 'code' && cell.lastRun !== null);
  const inOrder = runs.toSorted((a, b) => a.lastRun.number - b.lastRun.number);
  const outdated = new Map<string, Outdated>();
  // Writers ran before the cells that have their values from them: one pass in order of the runs sees them first.
  for (const cell of inOrder) {
    const because = cell.lastRun.reads.filter((name) => isStale(name, cell, { inOrder, outdated }));
    if (because.length > 0) outdated.set(cell.id, { kind: 'stale', because });
  }
  for (const cell of runs) if (cell.source !== cell.lastRun.source) outdated.set(cell.id, { kind: 'edited' });
  return outdated;
}

function isStale(
  name: string,
  cell: RunCell,
  known: { readonly inOrder: readonly RunCell[]; readonly outdated: ReadonlyMap<string, Outdated> },
): boolean {
  const writers = known.inOrder.filter(({ id, lastRun }) => id !== cell.id && lastRun.writes.includes(name));
  if (writers.some(({ lastRun }) => lastRun.number > cell.lastRun.number)) return true;
  const source = writers.at(-1);
  return source !== undefined && known.outdated.has(source.id);
}
