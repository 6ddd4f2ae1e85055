import { useMemo } from 'react';
import { useLanguage } from '../i18n/use-messages.ts';

/** Formats instants of the computer's own clock, in its own time zone; the lab's clock has `useFormats`. */
export function useLocalTime(): (ms: number) => string {
  const language = useLanguage();
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
    const both = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    return (ms) => {
      const isToday = new Date(ms).toDateString() === new Date().toDateString();
      return (isToday ? time : both).format(ms);
    };
  }, [language]);
}
