import { useFormats } from '../i18n/use-formats.ts';
import { useLanguage } from '../i18n/use-messages.ts';

/** How old something is: as a span, and '0 days' for what became true at the very instant. */
export function useAge(): (ms: number) => string {
  const formats = useFormats();
  const days = new Intl.NumberFormat(useLanguage(), { style: 'unit', unit: 'day', unitDisplay: 'long' });
  return (ms) => (ms === 0 ? days.format(0) : formats.duration(ms));
}
