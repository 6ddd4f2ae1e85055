import type { LessonFacts } from '../../notebook/lesson/readable-lesson.ts';
import type { CourseStore } from './course-store.ts';
import { lessonIdOf } from './lesson-id.ts';

/** How far a student is in a lesson, as the list shows it. */
export interface LessonStanding {
  readonly lessonId: string;
  readonly facts: LessonFacts;
  readonly nDoneSteps: number;
  readonly nSolved: number;
  /** Null for a lesson that was never opened. */
  readonly changedAt: number | null;
  readonly isDone: boolean;
}

/** How far a student is in each of these lessons. */
export async function readStandings(
  course: Pick<CourseStore, 'listProgress'>,
  lessons: readonly LessonFacts[],
): Promise<readonly LessonStanding[]> {
  const stored = new Map((await course.listProgress()).map((one) => [one.progress?.lessonId, one]));
  return lessons.map((facts) => {
    const lessonId = lessonIdOf('shipped', facts.slug);
    const { progress = null, tasks = [] } = stored.get(lessonId) ?? {};
    const nDoneSteps = Math.min(progress?.doneSteps.length ?? 0, facts.nSteps);
    const solved = new Set(tasks.filter(({ passedAt }) => passedAt !== null).map(({ blockId }) => blockId));
    return {
      ...{ lessonId, facts, nDoneSteps },
      nSolved: facts.exerciseIds.filter((id) => solved.has(id)).length,
      changedAt: progress?.changedAt ?? null,
      isDone: nDoneSteps === facts.nSteps,
    };
  });
}

/** The lesson to go on with: the one worked on last, or the one after it where it is done; null at the very start. */
export function lessonToGoOn(standings: readonly LessonStanding[]): LessonStanding | null {
  const started = standings.filter(({ changedAt }) => changedAt !== null);
  const last = started.toSorted((a, b) => (b.changedAt ?? 0) - (a.changedAt ?? 0))[0];
  if (last === undefined) return null;
  if (!last.isDone) return last;
  return standings.slice(standings.indexOf(last) + 1).find(({ isDone }) => !isDone) ?? null;
}
