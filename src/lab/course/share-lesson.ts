import { createStore, type StoreApi } from 'zustand/vanilla';
import { openEditLock } from '../tabs/edit-lock.ts';
import { onChangeElsewhere } from '../tabs/lab-changes.ts';
import type { CourseStore } from './course-store.ts';
import { COURSE_DATABASE } from './open-course.ts';
import type { OpenLesson } from './open-lesson.ts';

/** Whether this tab works in the lesson, or shows what another tab does in it. */
export interface LessonTab {
  readonly state: Pick<StoreApi<{ readonly isOurs: boolean }>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Works in the lesson here: the other tab stores what it has, and follows. */
  take(): Promise<void>;
  close(): void;
}

/** The lock is granted in a moment where it is free; else the tab begins as one that follows. */
const DECIDED_MS = 100;

/**
 * One tab works in a lesson at a time: two would empty its lab under each other. The others show what is stored, and may
 * take over; then the lab is made ready anew.
 */
export async function shareLesson(
  { lessonId, session, progress }: Pick<OpenLesson, 'lessonId' | 'session' | 'progress'>,
  course: CourseStore,
): Promise<LessonTab> {
  const state = createStore(() => ({ isOurs: true }));
  const setOurs = (isOurs: boolean): void => {
    state.setState({ isOurs });
    session.setEditable(isOurs);
    // The other tab will empty the lab that this kernel works on.
    if (!isOurs) void session.restart();
  };
  /** A lock may be lost again while what the other tab stored is being read. */
  let isHeld = false;
  const follow = async (): Promise<void> => {
    session.follow(await course.notebooks.read(lessonId));
    progress.follow(await course.readLesson(lessonId));
  };
  const lock = await new Promise<Awaited<ReturnType<typeof openEditLock>>>((resolve, reject) => {
    let decide = (): void => undefined;
    const decided = new Promise<void>((settle) => {
      decide = settle;
    });
    const waiting = setTimeout(() => {
      setOurs(false);
      decide();
    }, DECIDED_MS);
    openEditLock({
      name: `lesson ${lessonId}`,
      beforeRelease: async () => {
        await Promise.all([session.flush(), progress.flush()]);
      },
      onChange(isOurs) {
        isHeld = isOurs;
        clearTimeout(waiting);
        const wasFollowing = !state.getState().isOurs;
        if (isOurs && wasFollowing) void follow().finally(() => setOurs(isHeld));
        else setOurs(isOurs);
        decide();
      },
    }).then((opened) => decided.then(() => resolve(opened)), reject);
  });
  const stopFollowing = onChangeElsewhere((change) => {
    const isOfCourse = change.kind === 'written' && change.database === COURSE_DATABASE;
    if (isOfCourse && !state.getState().isOurs) void follow().catch(() => undefined);
  });
  return {
    state,
    take: () => lock.take(),
    close() {
      stopFollowing();
      lock.close();
    },
  };
}
