import { useMemo } from 'react';
import { useFormats } from '../i18n/use-formats.ts';
import { useLanguage } from '../i18n/use-messages.ts';
import { DAY_MS } from './time-scale.ts';

/** How old something is, in days where it is a day or more, and '0 days' for what became true at the very instant. */
export function useAge(): (ms: number) => string {
  const formats = useFormats();
  const language = useLanguage();
  return useMemo(() => {
    const days = new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'day',
      unitDisplay: 'long',
      maximumFractionDigits: 1,
    });
    return (ms) => (ms === 0 || Math.abs(ms) >= DAY_MS ? days.format(ms / DAY_MS) : formats.duration(ms));
  }, [formats, language]);
}
