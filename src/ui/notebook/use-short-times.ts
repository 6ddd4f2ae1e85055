import { onDemand, remember } from '../i18n/remember.ts';
import { useLanguage } from '../i18n/use-messages.ts';

/** Times as a line of state has room for. */
export interface ShortTimes {
  /** '0.21 s', '12 s', '3 min 05 s'. */
  span(ms: number): string;
  /** The time of day, this computer's. */
  clock(instant: number): string;
  /** Day and time, this computer's. */
  moment(instant: number): string;
}

/** The short times of the present language. */
export function useShortTimes(): ShortTimes {
  return shortTimesOf(useLanguage());
}

const shortTimesOf = remember((language: string): ShortTimes => {
  const precise = onDemand(() => new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }));
  const clock = onDemand(() => new Intl.DateTimeFormat(language, { timeStyle: 'medium' }));
  const moment = onDemand(
    () => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
  );
  return {
    span(ms) {
      if (ms < 10_000) return `${precise().format(ms / 1000)} s`;
      const seconds = Math.floor(ms / 1000);
      if (seconds < 60) return `${seconds} s`;
      return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
    },
    clock: (instant) => clock().format(instant),
    moment: (instant) => moment().format(instant),
  };
});
