import type { Cell } from '../../core/table/column.ts';
import { useFormats } from '../i18n/use-formats.ts';

/** How a cell's value is written: numbers as the language has them, booleans and nulls as the field does. */
export function useCellText(): (value: Cell) => string {
  const formats = useFormats();
  return (value) => {
    if (value === null) return 'null';
    if (typeof value === 'number') return formats.number(value);
    if (value instanceof Date) return formats.instant(value);
    return String(value);
  };
}
