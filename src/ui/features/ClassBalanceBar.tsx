import type { ClassBalance } from '../../lab/features/training-set.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { trainingSetTexts } from './training-set-texts.ts';

/** The share of each class as one bar, each part with its word and count. */
export function ClassBalanceBar({ balance }: { readonly balance: ClassBalance }) {
  const texts = useMessages(trainingSetTexts);
  const formats = useFormats();
  const { column, nPositive, nNegative, nMissing } = balance;
  const nRows = Math.max(nPositive + nNegative + nMissing, 1);
  const parts = [
    ['positive', nPositive],
    ['negative', nNegative],
    ['missing', nMissing],
  ] as const;
  return (
    <figure className="balance">
      <figcaption>{texts.balance(formats.percent(nPositive / nRows), column)}</figcaption>
      <div className="balance-bar" aria-hidden="true">
        {parts.map(([name, count]) => (
          <span key={name} data-class={name} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul>
        {parts
          .filter(([, count]) => count > 0)
          .map(([name, count]) => (
            <li key={name}>
              <span className="balance-sample" data-class={name} /> {texts[name]}{' '}
              <span className="figure">{formats.count(count)}</span>
            </li>
          ))}
      </ul>
    </figure>
  );
}
