import { type Column, isNull } from '../../core/table/column.ts';
import { remember } from '../i18n/remember.ts';
import { useLanguage } from '../i18n/use-messages.ts';
import { withFirst } from '../i18n/with-first.ts';

/** Writes the cells of a table in the present language; a missing value is ''. Makes its formats once, not per cell. */
export function useCellText(): (column: Column, row: number) => string {
  return cellTextOf(useLanguage());
}

const cellTextOf = remember((language: string) => {
  const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 4, useGrouping: false });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  });
  return (column: Column, row: number): string => {
    if (isNull(column, row)) return '';
    const value = column.values[row]!;
    switch (column.dtype) {
      case 'string':
        return column.dictionary[value]!;
      case 'bool':
        return value === 1 ? 'True' : 'False';
      case 'timestamp':
        return withFirst((value % 86_400_000 === 0 ? day : instant).format(value), language);
      default:
        return decimal.format(value);
    }
  };
});
