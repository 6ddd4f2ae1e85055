import { createStore } from 'zustand/vanilla';
import type { LessonLink } from '../../notebook/link/lesson-link.ts';

/** What the link of the lesson that is open hides and locks; nothing where there is no such lesson or link. */
export interface LessonLocks {
  /** The lesson's title, to say why. */
  readonly title: string | null;
  readonly stations: readonly NonNullable<LessonLink['hiddenStations']>[number][];
  readonly controls: readonly NonNullable<LessonLink['lockedControls']>[number][];
}

const NONE: LessonLocks = { title: null, stations: [], controls: [] };

/** The locks that hold in this page now. */
export const lessonLocks = createStore<LessonLocks>(() => NONE);

/** Sets what the link of a lesson that was opened says, or lifts everything. */
export function lockFor(title: string, link: LessonLink | null): void {
  lessonLocks.setState(
    link === null
      ? NONE
      : { title, stations: link.hiddenStations ?? [], controls: link.lockedControls ?? [] },
  );
}
