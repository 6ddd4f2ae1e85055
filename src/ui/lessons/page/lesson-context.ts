import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { TaskProgressRecord } from '../../../lab/course/course-collections.ts';
import type { LessonLabState } from '../../../lab/course/lesson-kernel.ts';
import type { ProgressState } from '../../../lab/course/lesson-progress.ts';
import type { PageLesson } from '../../../lab/course/open-page-lesson.ts';
import type { ReadableLesson } from '../../../notebook/lesson/readable-lesson.ts';

/** The lesson on the page: first to read, then, once it is opened, to work in. */
export interface LessonOnPage {
  readonly lessonId: string;
  readonly readable: ReadableLesson;
  /** Null until the student's work has been read. */
  readonly open: PageLesson | null;
  /** What was chosen in predictions before that, by block id; a choice is taken from here when its block opens. */
  readonly earlyChoices: Map<string, number>;
  /** Why it could not be read; null where it could, or is being read. */
  readonly error: unknown;
}

/** Gives what is below it the lesson. */
export const LessonContext = createContext<LessonOnPage | null>(null);

/** The lesson around a component. */
export function useLesson(): LessonOnPage {
  const lesson = useContext(LessonContext);
  if (lesson === null) throw new Error('no LessonContext around this component');
  return lesson;
}

/** The lesson around a component that is only shown once it is opened. */
export function useOpenedLesson(): PageLesson {
  const { open } = useLesson();
  if (open === null) throw new Error('the lesson around this component is not opened yet');
  return open;
}

/** Whether this tab is the one that works in the lesson. */
export function useIsOurs(): boolean {
  return useStore(useOpenedLesson().tab.state, ({ isOurs }) => isOurs);
}

/** Part of the student's progress. */
export function useProgress<T>(select: (state: ProgressState) => T): T {
  return useStore(useOpenedLesson().progress.state, select);
}

/** What the student did with a task; undefined where it was never touched. */
export function useTask(blockId: string): TaskProgressRecord | undefined {
  return useProgress(({ tasks }) => tasks[blockId]);
}

/** Part of how the lesson's lab stands. */
export function useLessonLab<T>(select: (state: LessonLabState) => T): T {
  return useStore(useOpenedLesson().lab, select);
}
