import type { SetupBlock } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { CodeFold } from '../page/CodeFold.tsx';
import { useLesson } from '../page/lesson-context.ts';

/** What a step starts from, folded. */
export function SetupView({ block }: { readonly block: SetupBlock }) {
  const texts = useMessages(lessonTexts);
  const { paint } = useLesson().readable;
  return (
    <CodeFold title={texts.setup} source={block.code.source} paint={paint[block.id] ?? ''}>
      <p className="hint">{texts.setupLead}</p>
    </CodeFold>
  );
}
