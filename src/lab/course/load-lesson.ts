import type { Language } from '../../notebook/lesson/language.ts';
import type { ReadableLesson } from '../../notebook/lesson/readable-lesson.ts';
import { readLessonId } from './lesson-id.ts';
import { loadCourse } from './open-course.ts';
import { loadedShippedLesson, loadShippedLesson } from './shipped-texts.ts';

/** Makes a lesson file ready to be shown; null where it cannot be read. */
export type CompileLesson = (markdown: string, lessonId: string) => Promise<ReadableLesson | null>;

/** A lesson by its id, in a language where it has several; null where there is none. */
export async function loadLesson(
  lessonId: string,
  language: Language,
  compile: CompileLesson,
): Promise<ReadableLesson | null> {
  const { origin, slug } = readLessonId(lessonId);
  if (origin === 'shipped') return loadShippedLesson(slug, language);
  const own = await (await loadCourse()).readOwnLesson(lessonId);
  return own === null ? null : compile(own.markdown, lessonId);
}

/** A lesson that ships with the lab, where it has been loaded before; undefined otherwise. */
export function loadedLesson(lessonId: string, language: Language): ReadableLesson | undefined {
  const { origin, slug } = readLessonId(lessonId);
  return origin === 'shipped' ? (loadedShippedLesson(slug, language) ?? undefined) : undefined;
}
