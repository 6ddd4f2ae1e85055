import { memo, type ReactNode } from 'react';
import type { VirtualColumn } from './virtual-column.ts';

interface VirtualRowProps {
  readonly id: string;
  readonly index: number;
  /** Pixels from the top of the table. */
  readonly start: number;
  readonly columns: readonly VirtualColumn[];
  readonly template: string;
  readonly cell: (row: number, column: VirtualColumn) => ReactNode;
  /** The active cell's column, where it is in this row. */
  readonly activeColumn: number | null;
  readonly onRow: ((row: number) => void) | undefined;
}

/** One row of a long table. While the table scrolls, only rows that come into sight are drawn. */
export const VirtualRow = memo(function VirtualRow({
  id,
  index,
  start,
  columns,
  template,
  cell,
  activeColumn,
  onRow,
}: VirtualRowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of rows that are placed by hand is no HTML table.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and tells which cell is active.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is handled by the grid.
    <div
      role="row"
      className="grid-row"
      aria-rowindex={index + 2}
      data-pressable={onRow !== undefined}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
      onClick={() => onRow?.(index)}
    >
      {columns.map((column, position) => (
        // biome-ignore lint/a11y/useSemanticElements: see above.
        // biome-ignore lint/a11y/useFocusableInteractive: see above.
        <div
          key={column.key}
          id={`${id}-${index}-${position}`}
          role="gridcell"
          className="grid-cell"
          aria-colindex={position + 1}
          data-number={column.isNumber}
          data-active={activeColumn === position}
        >
          {cell(index, column)}
        </div>
      ))}
    </div>
  );
});
