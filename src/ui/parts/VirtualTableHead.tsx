import type { ColumnOrder, VirtualColumn } from './virtual-column.ts';

/** The names of the columns; a press sorts by one, a second press the other way round. */
export function VirtualTableHead({
  columns,
  template,
  minWidth,
  sort,
  onSort,
}: {
  readonly columns: readonly VirtualColumn[];
  readonly template: string;
  readonly minWidth: string;
  readonly sort: ColumnOrder | null;
  readonly onSort: ((key: string) => void) | undefined;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that is no HTML table.
    <div role="rowgroup" className="grid-head" style={{ minWidth }}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons have the focus. */}
      <div role="row" className="grid-row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map((column, position) => {
          const direction =
            sort?.key !== column.key ? 'none' : sort.isDescending ? 'descending' : 'ascending';
          const mark = { none: '', ascending: '↑', descending: '↓' }[direction];
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above.
            // biome-ignore lint/a11y/useFocusableInteractive: see above.
            <div
              key={column.key}
              role="columnheader"
              className="grid-cell"
              aria-colindex={position + 1}
              {...(onSort === undefined ? {} : { 'aria-sort': direction })}
              data-number={column.isNumber}
            >
              {onSort === undefined ? (
                column.label
              ) : (
                <button type="button" onClick={() => onSort(column.key)}>
                  {column.label} <span aria-hidden="true">{mark}</span>
                </button>
              )}
              {column.note !== undefined && <span className="grid-note"> {column.note}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
