import { useEffect, useRef, useState } from 'react';
import type { ExerciseBlock } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { StaticCode } from '../../notebook/editor/StaticCode.tsx';
import { useNotebook, useNotebookState } from '../../notebook/notebook-context.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { useTask } from '../page/lesson-context.ts';
import { Prose } from '../page/Prose.tsx';
import { useUndo } from './use-undo.ts';

/** The hints that were asked for, and the solution once it was shown. */
export function HelpList({ block }: { readonly block: ExerciseBlock }) {
  const texts = useMessages(lessonTexts);
  const task = useTask(block.id);
  const nHints = task?.nHints ?? 0;
  const isSeen = (task?.solutionSeenAt ?? null) !== null;
  if (nHints === 0 && !isSeen) return null;
  return (
    <div className="help-list" aria-live="polite">
      {block.hints.slice(0, nHints).map((hint, i) => (
        <div key={hint} className="help">
          <p className="help-name">{texts.hint(i + 1)}</p>
          <Prose html={hint} />
        </div>
      ))}
      {isSeen && <Solution block={block} />}
    </div>
  );
}

const JUST_NOW_MS = 1000;

function Solution({ block }: { readonly block: ExerciseBlock }) {
  const texts = useMessages(lessonTexts);
  const { session } = useNotebook();
  const offerUndo = useUndo();
  const [isOpen, setOpen] = useState(true);
  const name = useRef<HTMLElement>(null);
  const seenAt = useTask(block.id)?.solutionSeenAt ?? 0;
  useEffect(() => {
    // The button that opened it is gone, and the focus would be with it.
    if (Date.now() - seenAt < JUST_NOW_MS) name.current?.focus();
  }, [seenAt]);
  const source = useNotebookState(({ cells }) => cells[block.id]?.cell.source ?? '');
  const take = (): void => {
    session.leave(block.id);
    session.edit(block.id, block.solution.source);
    offerUndo(texts.solutionTaken, () => session.edit(block.id, source));
  };
  return (
    <details className="help" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary ref={name} className="help-name">
        {texts.solutionSeen}
      </summary>
      <div className="code-frame">
        <StaticCode source={block.solution.source} language="typescript" />
      </div>
      {source !== block.solution.source && (
        <button type="button" className="quiet" onClick={take}>
          {texts.solutionTake}
        </button>
      )}
    </details>
  );
}
