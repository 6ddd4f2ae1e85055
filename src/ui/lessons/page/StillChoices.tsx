import { useState } from 'react';
import { Choices } from './Choices.tsx';
import { useLesson } from './lesson-context.ts';

/** The choices of a prediction before the lesson is opened: what is chosen here is kept until then. */
export function StillChoices({
  blockId,
  choices,
}: {
  readonly blockId: string;
  readonly choices: readonly { readonly markdown: string }[];
}) {
  const { earlyChoices } = useLesson();
  const [chosen, setChosen] = useState(earlyChoices.get(blockId) ?? null);
  const choose = (at: number): void => {
    earlyChoices.set(blockId, at);
    setChosen(at);
  };
  return <Choices choices={choices} chosen={chosen} onChoose={choose} />;
}
