/** A cell by its position, rows and columns from 0. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
}

/** How large the grid is, and how many rows a page of it shows. */
export interface GridSize {
  readonly nRows: number;
  readonly nColumns: number;
  readonly nVisible: number;
}

/** Where a key leads from a cell, as in the grid pattern of ARIA; null for a key that does not move. */
export function nextCell(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  from: TableCell | null,
  { nRows, nColumns, nVisible }: GridSize,
): TableCell | null {
  const { row, column } = from ?? { row: 0, column: 0 };
  const moves: Readonly<Record<string, TableCell>> = {
    ArrowDown: { row: from === null ? 0 : row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + nVisible, column },
    PageUp: { row: row - nVisible, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? nRows - 1 : row, column: nColumns - 1 },
  };
  const to = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (to === undefined || nRows === 0) return null;
  return { row: clamp(to.row, nRows - 1), column: clamp(to.column, nColumns - 1) };
}

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(value, last));
}
