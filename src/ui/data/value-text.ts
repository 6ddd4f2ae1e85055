import type { Dtype } from '../../core/table/column.ts';
import { useFormats } from '../i18n/use-formats.ts';

/** How a value computed from a column is written: instants as days, numbers with at most two decimals. */
export function useValueText(dtype: Dtype): (value: number) => string {
  const formats = useFormats();
  return (value) => (dtype === 'timestamp' ? formats.date(value) : formats.number(value, 2));
}
