import type { Mark } from '../../lab/features/lane-marks.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { explorerTexts } from './explorer-texts.ts';
import { useCellText } from './use-cell-text.ts';

/** What a mark says in words, for its title and for the table of rows. */
export interface MarkWords {
  status(mark: Mark): string;
  landed(mark: Mark): string;
  title(mark: Mark): string;
}

/** The words of marks in the present language. */
export function useMarkWords(): MarkWords {
  const texts = useMessages(explorerTexts);
  const formats = useFormats();
  const cellText = useCellText();
  const status = ({ time, isUsed, isLate }: Mark): string => {
    if (isUsed && time === 'future') return texts.markLeak;
    const words = { known: texts.markKnown, expired: texts.markExpired, future: texts.markFuture };
    return [isUsed ? texts.markUsed : words[time], ...(isLate ? [texts.markLate] : [])].join(', ');
  };
  const landed = ({ row }: Mark): string =>
    row.landedMs === null ? texts.unknownLanding : formats.instant(row.landedMs);
  return {
    status,
    landed,
    title: (mark) =>
      [
        texts.markTitle(formats.date(mark.row.eventMs), landed(mark), status(mark)),
        ...Object.entries(mark.row.values).map(([name, value]) => `${name}: ${cellText(value)}`),
      ].join('\n'),
  };
}
