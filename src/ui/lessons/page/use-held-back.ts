import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { heldBackBy } from '../../../lab/course/held-back.ts';
import type { ProgressState } from '../../../lab/course/lesson-progress.ts';
import type { StepState } from '../../../lab/course/open-steps.ts';
import type { NotebookState } from '../../../lab/notebook/notebook-state.ts';
import { announce } from '../../../lab/session/session.ts';
import type { Step } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { useLesson } from './lesson-context.ts';

const NOTHING = createStore<null>(() => null);

/**
 * The id of the example that holds back what follows it in the step, null where all is shown: in a step that is done,
 * where the student or the teacher opened all, and where the student's work cannot be read. When it gives way, that is
 * said; the focus stays where it is.
 */
export function useHeldBack(step: Step, state: StepState | undefined): string | null {
  const texts = useMessages(lessonTexts);
  const { open, error } = useLesson();
  const progress = useStore<typeof NOTHING, ProgressState | null>(
    (open?.progress.state as typeof NOTHING | undefined) ?? NOTHING,
    (current) => current,
  );
  const heldBy = useStore<typeof NOTHING, string | null>(
    (open?.session.state as typeof NOTHING | undefined) ?? NOTHING,
    (current: NotebookState | null) => {
      const lastRunOf = (id: string) => {
        const cell = current?.cells[id]?.cell;
        return cell?.kind === 'code' ? cell.lastRun : null;
      };
      return heldBackBy(step, { tasks: progress?.tasks ?? {}, lastRunOf })?.id ?? null;
    },
  );
  const isOpened = progress?.progress.isOpen === true || open?.link?.steps === 'open';
  const shown = isOpened || state === 'done' || error !== null ? null : heldBy;
  const before = useRef({ stepId: step.id, shown, isKnown: open !== null });
  useEffect(() => {
    const { stepId, shown: last, isKnown } = before.current;
    before.current = { stepId: step.id, shown, isKnown: open !== null };
    if (isKnown && stepId === step.id && last !== null && last !== shown) announce(texts.goesOn);
  }, [step.id, shown, open, texts]);
  return shown;
}
