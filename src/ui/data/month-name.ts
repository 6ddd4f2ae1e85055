import { ALL_MONTHS } from '../../lab/data/read-rows.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { dataTexts } from './data-texts.ts';

/** How a month of a table is written: its day, with the time where it is not midnight. */
export function useMonthName(): (month: string) => string {
  const texts = useMessages(dataTexts);
  const formats = useFormats();
  return (month) => {
    if (month === ALL_MONTHS) return texts.allMonths;
    const instant = new Date(month);
    return month.length === 10 ? formats.date(instant) : formats.instant(instant);
  };
}
