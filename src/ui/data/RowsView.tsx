import { useMemo } from 'react';
import type { Table } from '../../core/table/table.ts';
import { filterError, filterRows } from '../../lab/data/filter-rows.ts';
import { nextSort, readFilters, readSort, writeFilters, writeSort } from '../../lab/data/row-order.ts';
import { sortRows } from '../../lab/data/sort-rows.ts';
import { useAddressParams } from '../address-params.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { FilterBar } from './FilterBar.tsx';
import { RowGrid } from './RowGrid.tsx';
import { rowsTexts } from './rows-texts.ts';

/** All rows of a table, in the order and under the filters that the address keeps. */
export function RowsView({ name, table }: { readonly name: string; readonly table: Table }) {
  const texts = useMessages(rowsTexts);
  const formats = useFormats();
  const { params, change } = useAddressParams();
  const [sortText, filterText] = [params.get('sort'), params.get('filter')];
  const { filters, sort, positions } = useMemo(() => {
    const filters = readFilters(filterText, table).filter((filter) => filterError(table, filter) === null);
    const sort = readSort(sortText, table);
    const kept = filterRows(table, filters);
    return { filters, sort, positions: sort === null ? kept : sortRows(table, kept, sort) };
  }, [table, sortText, filterText]);
  return (
    <>
      <FilterBar
        table={table}
        filters={filters}
        onChange={(changed) => change({ filter: writeFilters(changed) })}
      />
      <p className="hint" role="status">
        {texts.nRows(formats.count(positions.length), formats.count(table.nRows))}
      </p>
      {positions.length === 0 ? (
        <p>{texts.noRows}</p>
      ) : (
        <RowGrid
          label={texts.gridOf(name)}
          table={table}
          positions={positions}
          sort={sort}
          onSort={(column) => {
            const next = nextSort(sort, column);
            change({ sort: next === null ? null : writeSort(next) }, { replace: true });
          }}
        />
      )}
    </>
  );
}
