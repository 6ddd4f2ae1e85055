import { useCallback, useMemo } from 'react';
import type { Table } from '../../core/table/table.ts';
import type { SortOrder } from '../../lab/data/sort-rows.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { VirtualTable } from '../parts/VirtualTable.tsx';
import type { VirtualColumn } from '../parts/virtual-column.ts';
import { useCellText } from './cell-text.ts';
import { rowsTexts } from './rows-texts.ts';

const SAMPLE = 40;

/** Rows of a table at the given positions, in that order. */
export function RowGrid({
  label,
  table,
  positions,
  sort,
  onSort,
}: {
  readonly label: string;
  readonly table: Table;
  readonly positions: Int32Array;
  readonly sort: SortOrder | null;
  readonly onSort: (column: string) => void;
}) {
  const texts = useMessages(rowsTexts);
  const cellText = useCellText();
  const columns = useMemo(
    () =>
      [...table.columns].map(([key, column]) => {
        const sample = Array.from({ length: Math.min(SAMPLE, table.nRows) }, (_, row) =>
          cellText(column, row),
        );
        const longest = Math.max(key.length * 0.9 + 2, ...sample.map((text) => text.length * 1.1));
        const isNumber = column.dtype === 'int64' || column.dtype === 'float64';
        return { key, label: key, isNumber, width: Math.round(Math.min(longest, 40)) + 3 };
      }),
    [table, cellText],
  );
  const cell = useCallback(
    (row: number, { key }: VirtualColumn) => {
      const text = cellText(table.columns.get(key)!, positions[row]!);
      return text === '' ? <span className="missing">○ {texts.missing}</span> : text;
    },
    [table, positions, cellText, texts],
  );
  return (
    <VirtualTable
      label={label}
      columns={columns}
      nRows={positions.length}
      cell={cell}
      sort={sort === null ? null : { key: sort.column, isDescending: sort.isDescending }}
      onSort={onSort}
    />
  );
}
