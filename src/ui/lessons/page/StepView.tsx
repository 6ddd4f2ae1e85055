import type { Step } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { BlockView } from './BlockView.tsx';
import { useLesson } from './lesson-context.ts';

/** One step: its text with its tasks; before the first one, the introduction. */
export function StepView({ step, isFirst }: { readonly step: Step; readonly isFirst: boolean }) {
  const texts = useMessages(lessonTexts);
  const { lesson } = useLesson().readable;
  const place = texts.stepPlace(lesson.steps.indexOf(step) + 1, lesson.steps.length);
  return (
    <>
      {isFirst &&
        lesson.introduction.map((block, position) => (
          <BlockView key={block.kind === 'text' ? `text-${position}` : block.id} block={block} />
        ))}
      <div className="step-head">
        <p className="step-place">{place}</p>
        <h2 id="step-title" tabIndex={-1}>
          {step.title}
        </h2>
      </div>
      {step.blocks.map((block, position) => (
        <BlockView key={block.kind === 'text' ? `${step.id}-${position}` : block.id} block={block} />
      ))}
    </>
  );
}
