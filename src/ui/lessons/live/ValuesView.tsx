import type { ValuesBlock } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useCell } from '../../notebook/notebook-context.ts';
import { OutputList } from '../../notebook/outputs/OutputList.tsx';
import { lessonTexts } from '../lesson-texts.ts';
import { CodeFold } from '../page/CodeFold.tsx';
import { useLesson, useOpenedLesson } from '../page/lesson-context.ts';
import { useRunning } from './use-running.ts';

/** The code that gives the numbers of the text, for those who ask; it can be run. */
export function ValuesView({ block }: { readonly block: ValuesBlock }) {
  const texts = useMessages(lessonTexts);
  const { paint } = useLesson().readable;
  const lesson = useOpenedLesson();
  const cell = useCell(block.id)?.cell;
  const { isBusy, start } = useRunning([block.id], () => lesson.run(block.id));
  return (
    <CodeFold title={texts.values} source={block.code.source} paint={paint[block.id] ?? ''}>
      <p className="hint">{texts.valuesLead}</p>
      <div className="task-tools">
        <button type="button" className="plain" disabled={isBusy} onClick={start}>
          {isBusy ? texts.running : texts.run}
        </button>
      </div>
      <OutputList
        outputs={cell?.kind === 'code' ? cell.outputs : []}
        cellLabel={() => texts.values}
        onPlace={() => undefined}
      />
    </CodeFold>
  );
}
