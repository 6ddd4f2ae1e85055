import { useMemo } from 'react';
import type { Cell } from '../../core/table/column.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useLanguage } from '../i18n/use-messages.ts';

/** How a cell's value is written: numbers as the language has them, booleans and nulls as the field does. */
export function useCellText(): (value: Cell) => string {
  const formats = useFormats();
  const language = useLanguage();
  return useMemo(() => {
    // One formatter for the hundreds of numbers that are written while the as-of line is dragged.
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
    return (value) => {
      if (value === null) return 'null';
      if (typeof value === 'number') return number.format(value);
      if (value instanceof Date) return formats.instant(value);
      return String(value);
    };
  }, [formats, language]);
}
