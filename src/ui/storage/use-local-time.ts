import { onDemand, remember } from '../i18n/remember.ts';
import { useLanguage } from '../i18n/use-messages.ts';

/** Formats instants of the computer's own clock, in its own time zone; the lab's clock has `useFormats`. */
export function useLocalTime(): (ms: number) => string {
  return localTimeOf(useLanguage());
}

const localTimeOf = remember((language: string) => {
  const time = onDemand(() => new Intl.DateTimeFormat(language, { timeStyle: 'medium' }));
  const both = onDemand(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }));
  return (ms: number): string => {
    const isToday = new Date(ms).toDateString() === new Date().toDateString();
    return (isToday ? time() : both()).format(ms);
  };
});
