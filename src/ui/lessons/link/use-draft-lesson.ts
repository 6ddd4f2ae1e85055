import { useQuery } from '@tanstack/react-query';
import { loadShippedLesson } from '../../../lab/course/shipped-texts.ts';
import type { Lesson } from '../../../notebook/lesson/lesson.ts';
import { useLanguage } from '../../i18n/use-messages.ts';
import type { ComposeProps } from './compose-props.ts';

/** The lesson that the form speaks of, and what is wrong with it. */
export function useDraftLesson({ kind, slug, markdown, language }: ComposeProps['draft']) {
  const present = useLanguage();
  const wanted = language === '' ? present : language;
  return useQuery({
    queryKey: ['compose', kind, kind === 'own' ? markdown : slug, wanted],
    queryFn: async () => {
      if (kind === 'shipped') {
        const shipped = await loadShippedLesson(slug, wanted);
        return { lesson: shipped?.lesson ?? null, problems: [] };
      }
      const { compileLesson } = await import('../compile-lesson.ts');
      const { readable, problems } = compileLesson('lesson.md', markdown);
      return { lesson: (readable?.lesson ?? null) as Lesson | null, problems };
    },
    placeholderData: (before) => before,
  }).data;
}
