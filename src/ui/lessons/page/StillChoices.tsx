import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { useLesson } from './lesson-context.ts';
import { InlineProse } from './Prose.tsx';

/** The choices of a prediction before the lesson is opened: what is chosen here is kept until then. */
export function StillChoices({
  blockId,
  choices,
}: {
  readonly blockId: string;
  readonly choices: readonly { readonly markdown: string }[];
}) {
  const texts = useMessages(lessonTexts);
  const { earlyChoices } = useLesson();
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">{texts.choices}</legend>
      {choices.map(({ markdown }, i) => (
        <label key={markdown} className="choice">
          <input
            type="radio"
            className="visually-hidden"
            name={`early-${blockId}`}
            defaultChecked={earlyChoices.get(blockId) === i}
            onChange={() => earlyChoices.set(blockId, i)}
          />
          <span className="choice-mark" aria-hidden="true" />
          <InlineProse html={markdown} />
        </label>
      ))}
    </fieldset>
  );
}
