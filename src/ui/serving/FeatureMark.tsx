import type { FeatureMark as Mark } from '../../lab/serving/feature-rows.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { askTexts } from './ask-texts.ts';

const SIGNS: Readonly<Record<Mark, string>> = {
  present: '●',
  null: '○',
  'not-found': '✕',
  'too-old': '◷',
  imputed: '◐',
};

/** How a feature arrived, by sign and word. */
export function FeatureMark({ mark }: { readonly mark: Mark }) {
  const texts = useMessages(askTexts);
  return (
    <span className="feature-mark" data-mark={mark}>
      <span aria-hidden="true">{SIGNS[mark]}</span> {mark === 'imputed' ? texts.markImputed : texts[mark]}
    </span>
  );
}
