import { version } from '../../../package.json';
import type { Language } from '../../notebook/lesson/language.ts';
import type { Report } from '../../notebook/report/report.ts';
import { browserTexts } from '../session/browser-texts.ts';
import { buildReport } from './build-report.ts';
import { lessonIdOf } from './lesson-id.ts';
import { type CompileLesson, loadLesson } from './load-lesson.ts';
import { loadCourse } from './open-course.ts';
import { flushPageLesson } from './open-page-lesson.ts';
import { listShippedLessons } from './shipped-lessons.ts';

const NAME_KEY = 'streamflow-student';

/** The report of this browser's work: of one lesson, or of all that were begun where `lessonId` is null. */
export async function buildPageReport({
  lessonId,
  student,
  language,
  compile,
}: {
  readonly lessonId: string | null;
  readonly student: string;
  readonly language: Language;
  readonly compile: CompileLesson;
}): Promise<Report> {
  await flushPageLesson();
  const course = await loadCourse();
  const shipped = listShippedLessons(language).map(({ slug }) => lessonIdOf('shipped', slug));
  const own = (await course.listOwnLessons()).map((lesson) => lesson.lessonId);
  return buildReport({
    ...{ course, student, language, appVersion: version, now: Date.now() },
    lessonIds: lessonId === null ? [...shipped, ...own] : [lessonId],
    loadLesson: (id) => loadLesson(id, language, compile),
  });
}

/** The name that was typed last in this browser. */
export function readStudentName(): string {
  return browserTexts().getItem(NAME_KEY) ?? '';
}

/** Keeps the name for the next hand-in. */
export function keepStudentName(name: string): void {
  browserTexts().setItem(NAME_KEY, name);
}
