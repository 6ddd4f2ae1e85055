import type { Cell } from '../../notebook/document/notebook.ts';

/** A place where a text occurs. */
export interface Match {
  readonly cellId: string;
  /** UTF-16 units from the start of the cell. */
  readonly start: number;
  readonly end: number;
}

/** Where a text occurs in the cells' sources, from top to bottom, without regard to case. */
export function findInNotebook(cells: readonly Cell[], text: string): Match[] {
  if (text === '') return [];
  const wanted = new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
  return cells.flatMap(({ id: cellId, source }) =>
    [...source.matchAll(wanted)].map(({ index: start, 0: found }) => ({
      ...{ cellId, start, end: start + found.length },
    })),
  );
}
