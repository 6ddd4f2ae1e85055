import { type Ref, useId } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { InlineProse } from './Prose.tsx';

/** The choices of a prediction, of which one is made. The browser's own radio buttons: a lesson shows many at once. */
export function Choices({
  choices,
  chosen,
  onChoose,
  isReadOnly = false,
  outcomeOf,
  ref,
}: {
  readonly choices: readonly { readonly markdown: string }[];
  /** The position of the one that was made; null before. */
  readonly chosen: number | null;
  readonly onChoose: (at: number) => void;
  /** What was chosen stays, and can still be walked through. */
  readonly isReadOnly?: boolean;
  /** How a choice turned out; undefined while that is not known. */
  readonly outcomeOf?: (at: number) => 'right' | 'other' | undefined;
  readonly ref?: Ref<HTMLDivElement>;
}) {
  const texts = useMessages(lessonTexts);
  const name = useId();
  return (
    <div
      ref={ref}
      className="choices"
      role="radiogroup"
      aria-label={texts.choices}
      aria-readonly={isReadOnly}
    >
      {choices.map(({ markdown }, i) => (
        <label key={markdown} className="choice" data-outcome={outcomeOf?.(i)}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={i === chosen}
            onChange={() => {
              if (!isReadOnly) onChoose(i);
            }}
          />
          <span className="choice-mark" aria-hidden="true" />
          <InlineProse html={markdown} />
        </label>
      ))}
    </div>
  );
}
