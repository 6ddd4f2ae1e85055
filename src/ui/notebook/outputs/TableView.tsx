import { useCallback, useMemo, useState } from 'react';
import { ownMember } from '../../../core/own-member.ts';
import { unpack } from '../../../core/table/pack.ts';
import type { Table } from '../../../core/table/table.ts';
import { nextSort } from '../../../lab/data/row-order.ts';
import { type SortOrder, sortRows } from '../../../lab/data/sort-rows.ts';
import type { TableOutput } from '../../../notebook/document/output.ts';
import { useCellText } from '../../data/cell-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { VirtualTable } from '../../parts/VirtualTable.tsx';
import type { VirtualColumn } from '../../parts/virtual-column.ts';
import { notebookTexts } from '../notebook-texts.ts';

const SAMPLE = 30;
const VISIBLE_ROWS = 10;

/** A table with its shape and dtypes: only the rows in sight exist, a press on a column's name sorts. */
export function TableView({ output }: { readonly output: TableOutput }) {
  const texts = useMessages(notebookTexts);
  const table = useMemo(() => readTable(output.packed), [output.packed]);
  if (table === null) return <p className="hint">{texts.outputBroken}</p>;
  return <SortableTable output={output} table={table} />;
}

function SortableTable({ output, table }: { readonly output: TableOutput; readonly table: Table }) {
  const texts = useMessages(notebookTexts);
  const formats = useFormats();
  const { nRows, dtypes, type } = output;
  const columns = useColumns(table, dtypes);
  const [sort, setSort] = useState<SortOrder | null>(null);
  const positions = useMemo(() => {
    const all = Int32Array.from({ length: table.nRows }, (_, row) => row);
    return sort === null ? all : sortRows(table, all, sort);
  }, [table, sort]);
  const cellText = useCellText();
  const cell = useCallback(
    (row: number, { key }: VirtualColumn) => {
      const text = cellText(table.columns.get(key)!, positions[row]!);
      return text === '' ? <span className="missing">○</span> : text;
    },
    [table, positions, cellText],
  );
  const shape = texts.shape(type, formats.count(nRows), formats.count(table.columns.size));
  return (
    <figure className="table-output">
      <figcaption>
        {shape}
        {nRows > table.nRows && ` · ${texts.firstRows(formats.count(table.nRows))}`}
      </figcaption>
      <VirtualTable
        label={shape}
        columns={columns}
        nRows={table.nRows}
        cell={cell}
        sort={sort === null ? null : { key: sort.column, isDescending: sort.isDescending }}
        onSort={(column) => setSort(nextSort(sort, column))}
        maxVisible={Math.min(VISIBLE_ROWS, Math.max(table.nRows, 1))}
      />
    </figure>
  );
}

function useColumns(table: Table, dtypes: TableOutput['dtypes']): VirtualColumn[] {
  const cellText = useCellText();
  return useMemo(
    () =>
      [...table.columns].map(([key, column]) => {
        const nSampled = Math.min(SAMPLE, table.nRows);
        const sample = Array.from({ length: nSampled }, (_, row) => cellText(column, row).length * 1.1);
        const dtype = ownMember(dtypes, key) ?? column.dtype;
        const width =
          Math.round(Math.min(Math.max(key.length * 0.9 + dtype.length * 0.8 + 3, ...sample), 40)) + 3;
        const isNumber = column.dtype === 'int64' || column.dtype === 'float64';
        return { key, label: key, note: dtype, width, isNumber };
      }),
    [table, dtypes, cellText],
  );
}

/** An imported notebook may hold anything where a table should be. */
function readTable(packed: ArrayBuffer): Table | null {
  try {
    return unpack(packed);
  } catch {
    return null;
  }
}
