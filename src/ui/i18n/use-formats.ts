import { onDemand, remember } from './remember.ts';
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

const DAY: Intl.DateTimeFormatOptions = { dateStyle: 'medium' };
const SHORT_DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const INSTANT: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

/** The formats of the present language. */
export function useFormats(): Formats {
  return formatsOf(useLanguage());
}

const formatsOf = remember(createFormats);

/** The formats of one language. */
export function createFormats(language: string): Formats {
  const whole = onDemand(() => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }));
  const share = onDemand(
    () => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }),
  );
  const date = remember(
    (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }),
  );
  const dateText = (value: number | Date, options: Intl.DateTimeFormatOptions): string =>
    withFirst(date(options).format(value), language);
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
    count: (value) => whole().format(value),
    number: (value, maximumFractionDigits = 3) => number(maximumFractionDigits).format(value),
    percent: (value) => share().format(value),
    date: (value) => dateText(value, DAY),
    shortDate: (value) => dateText(value, SHORT_DAY),
    instant: (value) => dateText(value, INSTANT),
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
