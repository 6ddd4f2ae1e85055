import { useQuery } from '@tanstack/react-query';
import { loadedLesson, loadLesson } from '../../../lab/course/load-lesson.ts';
import type { ReadableLesson } from '../../../notebook/lesson/readable-lesson.ts';
import { useLanguage } from '../../i18n/use-messages.ts';
import { compileOwn } from '../compile-own.ts';

/** A lesson in the present language: undefined while it is fetched, null where there is none. */
export function useReadableLesson(lessonId: string): {
  readonly readable: ReadableLesson | null | undefined;
  readonly error: unknown;
} {
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['lesson', lessonId, language],
    queryFn: () => loadLesson(lessonId, language, compileOwn),
    // What was fetched ahead of the page is here at once.
    initialData: () => loadedLesson(lessonId, language),
    placeholderData: (before) => before,
  });
  return { readable: data, error };
}
