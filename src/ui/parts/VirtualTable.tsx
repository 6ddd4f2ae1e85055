// @tanstack/react-virtual: keeps only the rows in sight in the page, so that a hundred thousand scroll as ten do.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { nextCell, type TableCell } from '../../lab/data/next-cell.ts';
import { VirtualRow } from './VirtualRow.tsx';
import { VirtualTableHead } from './VirtualTableHead.tsx';
import type { ColumnOrder, VirtualColumn } from './virtual-column.ts';
import './virtual-table.css';

/** A table of any length: its cells are asked for when they come into sight. */
export interface VirtualTableProps {
  /** What the table holds, for those who cannot see it. */
  readonly label: string;
  readonly columns: readonly VirtualColumn[];
  readonly nRows: number;
  /** Rows that stay in sight are drawn again only when this is another function. */
  readonly cell: (row: number, column: VirtualColumn) => ReactNode;
  readonly sort?: ColumnOrder | null;
  /** A column's head was pressed; without it the heads are plain text. */
  readonly onSort?: (key: string) => void;
  /** A row was pressed, or Enter on one of its cells. */
  readonly onRow?: (row: number) => void;
  /** Most rows in sight; 16 when left out. */
  readonly maxVisible?: number;
}

const ROW_PX = 34;

/** A grid of which only the rows in sight exist. Arrows, Page, Home and End move from cell to cell. */
export function VirtualTable({
  label,
  columns,
  nRows,
  cell,
  sort = null,
  onSort,
  onRow,
  maxVisible = 16,
}: VirtualTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState<TableCell | null>(null);
  const rows = useVirtualizer({
    count: nRows,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollPaddingStart: ROW_PX,
    // React may already be rendering when a scroll arrives; asking it to do so at once would be refused.
    useFlushSync: false,
  });
  const current = active !== null && active.row < nRows ? active : null;
  const template = columns.map(({ width }) => `minmax(${width}ch, ${width}fr)`).join(' ');
  const minWidth = `${columns.reduce((sum, { width }) => sum + width, 0)}ch`;

  const onKeyDown = (event: KeyboardEvent): void => {
    // The buttons in the head keep their keys.
    if (event.target !== frame.current) return;
    if (event.key === 'Enter' && current !== null) onRow?.(current.row);
    const moved = nextCell(event, current, { nRows, nColumns: columns.length, nVisible: maxVisible });
    if (moved === null) return;
    event.preventDefault();
    setActive(moved);
    rows.scrollToIndex(moved.row);
    revealColumn(frame.current, moved.column);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of rows that are placed by hand is no HTML table.
    <div
      ref={frame}
      className="grid-frame"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={nRows + 1}
      aria-colcount={columns.length}
      aria-activedescendant={current === null ? undefined : `${id}-${current.row}-${current.column}`}
      style={{ maxHeight: (maxVisible + 1) * ROW_PX + 2 }}
      onKeyDown={onKeyDown}
    >
      <VirtualTableHead
        columns={columns}
        template={template}
        minWidth={minWidth}
        sort={sort}
        onSort={onSort}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
      <div role="rowgroup" className="grid-body" style={{ height: rows.getTotalSize(), minWidth }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <VirtualRow
            key={index}
            id={id}
            index={index}
            start={start}
            columns={columns}
            template={template}
            cell={cell}
            activeColumn={current?.row === index ? current.column : null}
            onRow={onRow}
          />
        ))}
      </div>
    </div>
  );
}

function revealColumn(frame: HTMLElement | null, column: number): void {
  const head = frame?.querySelectorAll('[role="columnheader"]')[column];
  head?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
