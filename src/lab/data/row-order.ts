import type { Table } from '../../core/table/table.ts';
import { type FilterRule, type RowFilter, rulesFor } from './filter-rows.ts';
import type { SortOrder } from './sort-rows.ts';

/** A sort order as an address keeps it: 'monthly_fee', or '-monthly_fee' for the largest first. */
export function writeSort({ column, isDescending }: SortOrder): string {
  return isDescending ? `-${column}` : column;
}

/** The sort order that an address names; null where the table has no such column. */
export function readSort(text: string | null, table: Table): SortOrder | null {
  if (text === null) return null;
  if (table.columns.has(text)) return { column: text, isDescending: false };
  const column = text.slice(1);
  return text.startsWith('-') && table.columns.has(column) ? { column, isDescending: true } : null;
}

/** The order after a column's head was pressed: ascending, then descending, then as stored. */
export function nextSort(sort: SortOrder | null, column: string): SortOrder | null {
  if (sort?.column !== column) return { column, isDescending: false };
  return sort.isDescending ? null : { column, isDescending: true };
}

/** Filters as an address keeps them: 'monthly_fee:at-least:50,net_service:contains:fiber'. */
export function writeFilters(filters: readonly RowFilter[]): string | null {
  if (filters.length === 0) return null;
  return filters
    .map(({ column, rule, value }) => [column, rule, value].map(encodeURIComponent).join(':'))
    .join(',');
}

/** The filters that an address names; what does not fit the table is left out. */
export function readFilters(text: string | null, table: Table): RowFilter[] {
  return (text ?? '').split(',').flatMap((part) => {
    const [column = '', rule = '', value = ''] = part.split(':').map(decode);
    const dtype = table.columns.get(column)?.dtype;
    if (dtype === undefined || !rulesFor(dtype).includes(rule as FilterRule)) return [];
    return [{ column, rule: rule as FilterRule, value }];
  });
}

/** An address may be written by hand. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
