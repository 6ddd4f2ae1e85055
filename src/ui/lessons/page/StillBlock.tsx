import type { Block } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { CodeFold } from './CodeFold.tsx';
import { useLesson } from './lesson-context.ts';
import { InlineProse, Prose } from './Prose.tsx';
import { StillChoices } from './StillChoices.tsx';
import { StillCode } from './StillCode.tsx';
import { TaskCard } from './TaskCard.tsx';

/** A block as it can be read before anything else is loaded. */
export function StillBlock({ block }: { readonly block: Exclude<Block, { kind: 'text' }> }) {
  const texts = useMessages(lessonTexts);
  const { readable } = useLesson();
  const paintOf = (id: string): string => readable.paint[id] ?? '';
  switch (block.kind) {
    case 'setup':
      return <CodeFold title={texts.setup} source={block.code.source} paint={paintOf(block.id)} />;
    case 'values':
      return <CodeFold title={texts.values} source={block.code.source} paint={paintOf(block.id)} />;
    case 'python':
      return <CodeFold title={texts.python} source={block.code.source} paint="" />;
    case 'example':
      return (
        <>
          {block.prediction !== null && (
            <TaskCard kind="prediction" title={texts.predict}>
              <Prose html={block.prediction.markdown} />
              {block.prediction.choices.length > 0 && (
                <StillChoices blockId={block.id} choices={block.prediction.choices} />
              )}
            </TaskCard>
          )}
          <TaskCard kind="example" title={texts.example}>
            <div className="code-frame">
              <StillCode source={block.code.source} paint={paintOf(block.id)} />
            </div>
          </TaskCard>
        </>
      );
    case 'exercise':
      return (
        <TaskCard kind="exercise" title={texts.exercise}>
          <div className="code-frame">
            <StillCode source={block.code.source} paint={paintOf(block.id)} />
          </div>
        </TaskCard>
      );
    case 'question':
      return (
        <TaskCard kind="question" title={texts.question}>
          <Prose html={block.markdown} />
        </TaskCard>
      );
    case 'picture':
      return (
        <p className="picture-place">
          <strong>{texts.picture}</strong> <InlineProse html={block.picture.caption} />
        </p>
      );
  }
}
