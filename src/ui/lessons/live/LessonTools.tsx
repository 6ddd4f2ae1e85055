import { useState } from 'react';
import { loadCourse } from '../../../lab/course/open-course.ts';
import { closePageLesson } from '../../../lab/course/open-page-lesson.ts';
import type { Step } from '../../../notebook/lesson/lesson.ts';
import { navigate } from '../../address.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Icon } from '../../notebook/parts/Icon.tsx';
import { ActionMenu, type MenuAction } from '../../parts/ActionMenu.tsx';
import { lessonTexts } from '../lesson-texts.ts';
import { useIsOurs, useOpenedLesson, useProgress } from '../page/lesson-context.ts';
import { RestartDialog } from './RestartDialog.tsx';
import { useUndo } from './use-undo.ts';

/** What can be done to the whole lesson, behind one button. */
export function LessonTools({ step, onReopen }: { readonly step: Step; readonly onReopen: () => void }) {
  const texts = useMessages(lessonTexts);
  const lesson = useOpenedLesson();
  const offerUndo = useUndo();
  const isOurs = useIsOurs();
  const [isRestarting, setRestarting] = useState(false);
  const isOpen = useProgress(({ progress }) => progress.isOpen) || lesson.link?.steps === 'open';
  const leaveLink = async (): Promise<void> => {
    await (await loadCourse()).removeLink(lesson.lessonId);
    await closePageLesson();
    onReopen();
  };
  const actions: readonly MenuAction[] = [
    ...(isOpen || !isOurs ? [] : [['open', texts.openAll, lesson.progress.openAll] as const]),
    ...(isOurs
      ? ([
          ['reset', texts.resetStep, () => offerUndo(texts.resetStepDone, lesson.reset([step.id]))],
          ['restart', texts.restart, () => setRestarting(true)],
        ] as const)
      : []),
    ['share', texts.shareLink, () => navigate(`/lessons/link?lesson=${lesson.lessonId}&step=${step.id}`)],
    ...(lesson.link === null ? [] : [['leave', texts.leaveLink, () => void leaveLink()] as const]),
  ];
  return (
    <>
      <ActionMenu label={texts.more} actions={actions} className="icon-button lesson-menu">
        <Icon name="more" />
      </ActionMenu>
      <RestartDialog
        isOpen={isRestarting}
        onClose={() => setRestarting(false)}
        onRestart={() => void lesson.restart().then((undo) => offerUndo(texts.restartDone, undo))}
      />
    </>
  );
}
