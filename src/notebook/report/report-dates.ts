import type { Language } from '../lesson/language.ts';

/** Writes an instant as day and minute, UTC and said so: a report reads the same wherever it is opened. */
export function instantText(instant: number, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' },
  })
    .format(instant)
    .concat(' UTC');
}
