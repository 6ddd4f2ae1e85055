import { memo } from 'react';
import type { Step } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { BlockView } from './BlockView.tsx';
import { useLesson } from './lesson-context.ts';
import { useGrowing } from './use-growing.ts';

/** How many blocks are painted first when a lesson is opened: about a screenful. */
const FIRST_BLOCKS = 3;

/** One step: its text with its tasks, as far as it is shown; before the first one, the introduction. */
export const StepView = memo(function StepView({
  step,
  isFirst,
  heldBackBy,
}: {
  readonly step: Step;
  readonly isFirst: boolean;
  /** The example after which the step goes on only once it was predicted and run; null where all is shown. */
  readonly heldBackBy: string | null;
}) {
  const texts = useMessages(lessonTexts);
  const { lesson } = useLesson().readable;
  const lastAt = step.blocks.findIndex((block) => block.kind !== 'text' && block.id === heldBackBy);
  const blocks = lastAt < 0 ? step.blocks : step.blocks.slice(0, lastAt + 1);
  const introduction = isFirst ? lesson.introduction : [];
  // What is below the screen follows when what is on it can be read.
  const nShown = useGrowing(FIRST_BLOCKS, introduction.length + blocks.length) - introduction.length;
  const shown = blocks.slice(0, Math.max(0, nShown));
  const isWhole = nShown >= blocks.length;
  const place = texts.stepPlace(lesson.steps.indexOf(step) + 1, lesson.steps.length);
  return (
    <>
      {introduction.map((block, position) => (
        <BlockView key={block.kind === 'text' ? `text-${position}` : block.id} block={block} />
      ))}
      <div className="step-head">
        <p className="step-place">{place}</p>
        <h2 id="step-title" tabIndex={-1}>
          {step.title}
        </h2>
      </div>
      {shown.map((block, position) => (
        <BlockView key={block.kind === 'text' ? `${step.id}-${position}` : block.id} block={block} />
      ))}
      {heldBackBy !== null && isWhole && (
        <p className="held-back">
          <strong>{texts.heldBack}</strong> {texts.heldBackWhy}
        </p>
      )}
    </>
  );
});
