import { useQuery } from '@tanstack/react-query';
import { loadLesson } from '../../../lab/course/load-lesson.ts';
import type { ReadableLesson } from '../../../notebook/lesson/readable-lesson.ts';
import { useLanguage } from '../../i18n/use-messages.ts';

/** A lesson in the present language: undefined while it is fetched, null where there is none. */
export function useReadableLesson(lessonId: string): {
  readonly readable: ReadableLesson | null | undefined;
  readonly error: unknown;
} {
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['lesson', lessonId, language],
    queryFn: () => loadLesson(lessonId, language, compile),
    placeholderData: (before) => before,
  });
  return { readable: data, error };
}

/** Parser, renderer and highlighter are loaded for lessons that do not come with the lab only. */
async function compile(markdown: string, lessonId: string): Promise<ReadableLesson | null> {
  const { compileLesson } = await import('../compile-lesson.ts');
  return compileLesson(`${lessonId}.md`, markdown).readable;
}
