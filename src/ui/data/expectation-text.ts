import type { Expectation } from '../../lab/data/expectations.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { rowsTexts } from './rows-texts.ts';

/** An expectation as a sentence: 'monthly_fee is between 0 and 1,000'. */
export function useExpectationText(): (expectation: Expectation) => string {
  const texts = useMessages(rowsTexts);
  const formats = useFormats();
  const bound = (value: number | null, open: string): string =>
    value === null ? open : formats.number(value, 6);
  const rule = (expectation: Exclude<Expectation, { kind: 'columns' }>): string => {
    switch (expectation.kind) {
      case 'not-null':
        return texts.notNull;
      case 'unique':
        return texts.unique;
      case 'between':
        return texts.between(bound(expectation.min, '−∞'), bound(expectation.max, '∞'));
      case 'in-set':
        return texts.inSet(expectation.values.join(', '));
    }
  };
  return (expectation) => {
    if (expectation.kind === 'columns') return texts.columnsCheck(expectation.columns.join(', '));
    const mostly = 'mostly' in expectation ? expectation.mostly : undefined;
    const share = mostly === undefined ? '' : ` ${texts.mostly(formats.percent(mostly))}`;
    return `${expectation.column} ${rule(expectation)}${share}`;
  };
}
