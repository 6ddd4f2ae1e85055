import { useMemo } from 'react';
import { useLanguage } from './use-messages.ts';
import { withFirst } from './with-first.ts';

/** Numbers, dates and sizes as they are written in the present language. */
export interface Formats {
  /** A whole number with its thousands set apart. */
  count(value: number): string;
  /** A number with at most so many decimals (3 by default). */
  number(value: number, maximumFractionDigits?: number): string;
  percent(value: number): string;
  /** The day of a simulated instant, UTC. */
  date(instant: number | Date): string;
  /** The same without its year, for axes: '14 févr.'. */
  shortDate(instant: number | Date): string;
  /** Day and time of a simulated instant, UTC. */
  instant(instant: number | Date): string;
  /** A span such as '3 days' or '5 hours'. */
  duration(ms: number): string;
  /** '12 minutes'. */
  minutes(value: number): string;
  bytes(value: number): string;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The formats of the present language. */
export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => createFormats(language), [language]);
}

/** The formats of one language. */
export function createFormats(language: string): Formats {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const number = remember(
    (maximumFractionDigits: number) => new Intl.NumberFormat(language, { maximumFractionDigits }),
  );
  const measure = remember(
    (name: string) =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit: name,
        unitDisplay: 'long',
        maximumFractionDigits: 1,
      }),
  );
  const unit = (value: number, name: string): string => measure(name).format(value);
  return {
    count: (value) => whole.format(value),
    number: (value, maximumFractionDigits = 3) => number(maximumFractionDigits).format(value),
    percent: (value) => share.format(value),
    date: (value) => withFirst(day.format(value), language),
    shortDate: (value) => withFirst(shortDay.format(value), language),
    instant: (value) => withFirst(instant.format(value), language),
    duration: (ms) => {
      if (Math.abs(ms) >= DAY_MS) return unit(ms / DAY_MS, 'day');
      if (Math.abs(ms) >= HOUR_MS) return unit(ms / HOUR_MS, 'hour');
      return Math.abs(ms) >= 1000 ? unit(ms / 1000, 'second') : unit(ms, 'millisecond');
    },
    minutes: (value) => unit(value, 'minute'),
    bytes: (value) => {
      if (value < 1_000_000) return unit(value / 1000, 'kilobyte');
      return value < 1_000_000_000
        ? unit(value / 1_000_000, 'megabyte')
        : unit(value / 1_000_000_000, 'gigabyte');
    },
  };
}

/** `create`, once per argument: a formatter takes far longer to make than to use. */
function remember<K, V>(create: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    if (!made.has(key)) made.set(key, create(key));
    return made.get(key) as V;
  };
}
