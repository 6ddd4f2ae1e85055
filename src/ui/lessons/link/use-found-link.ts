import { useQuery } from '@tanstack/react-query';
import type { FoundLink } from '../../../lab/course/accept-link.ts';
import { lessonCells } from '../../../lab/course/lesson-cells.ts';
import { lessonIdOf } from '../../../lab/course/lesson-id.ts';
import { readLinkDataset } from '../../../lab/course/link-dataset.ts';
import { loadCourse } from '../../../lab/course/open-course.ts';
import { loadShippedLesson } from '../../../lab/course/shipped-texts.ts';
import type { Lesson } from '../../../notebook/lesson/lesson.ts';
import type { LessonProblem } from '../../../notebook/lesson/lesson-problem.ts';
import { decodeLink, type LinkProblem } from '../../../notebook/link/decode-link.ts';
import type { LessonLink } from '../../../notebook/link/lesson-link.ts';
import { useLanguage } from '../../i18n/use-messages.ts';

/** A link that was read, with what it would change; or why it cannot be opened. */
export type LookedUpLink =
  | {
      readonly problem:
        | LinkProblem
        | { readonly code: 'unknown-lesson' | 'unknown-dataset' | 'no-lesson'; readonly path: string | null };
      readonly found: null;
      readonly findings: readonly LessonProblem[];
    }
  | {
      readonly problem: null;
      readonly found: FoundLink;
      readonly lesson: Lesson;
      readonly stepTitle: string | undefined;
      /** Cells with the text of the lesson and that of the link. */
      readonly cells: readonly { readonly id: string; readonly before: string; readonly after: string }[];
      /** The own lesson of the same name that is here already. */
      readonly former: string | null;
      readonly findings: readonly LessonProblem[];
    };

/** Reads a link's text and looks up what it speaks of. Runs and stores nothing. */
export function useFoundLink(text: string): {
  readonly looked: LookedUpLink | undefined;
  readonly error: unknown;
} {
  const language = useLanguage();
  const { data: looked, error } = useQuery({
    queryKey: ['link', text, language],
    queryFn: async (): Promise<LookedUpLink> => {
      const { link, problem } = decodeLink(text);
      if (link === null) return { problem, found: null, findings: [] };
      const { dataset } = link;
      if (dataset !== undefined && readLinkDataset(dataset).kind === 'unknown')
        return { problem: { code: 'unknown-dataset', path: dataset }, found: null, findings: [] };
      return link.lesson.kind === 'shipped'
        ? lookUpShipped(link, text, link.lesson.slug, link.language ?? language)
        : lookUpOwn(link, text, link.lesson.markdown);
    },
    gcTime: 0,
  });
  return { looked, error };
}

async function lookUpShipped(
  link: LessonLink,
  text: string,
  slug: string,
  language: 'en' | 'fr',
): Promise<LookedUpLink> {
  const readable = await loadShippedLesson(slug, language);
  if (readable === null)
    return { problem: { code: 'unknown-lesson', path: slug }, found: null, findings: [] };
  return found(link, text, readable.lesson, { former: null, findings: [] });
}

async function lookUpOwn(link: LessonLink, text: string, markdown: string): Promise<LookedUpLink> {
  // Parser, renderer and highlighter come for own lessons only.
  const { compileLesson } = await import('../compile-lesson.ts');
  const { readable, problems } = compileLesson('lesson.md', markdown);
  if (readable === null || readable.lesson.steps.length === 0)
    return { problem: { code: 'no-lesson', path: null }, found: null, findings: problems };
  const { lesson } = readable;
  const former = await (await loadCourse()).readOwnLesson(lessonIdOf('own', lesson.slug));
  const differs = former !== null && former.markdown !== markdown;
  return found(link, text, lesson, { former: differs ? former.markdown : null, findings: problems });
}

function found(
  link: LessonLink,
  text: string,
  lesson: Lesson,
  { former, findings }: { readonly former: string | null; readonly findings: readonly LessonProblem[] },
): LookedUpLink {
  const cells = new Map(lessonCells(lesson).map(({ id, source }) => [id, source]));
  return {
    ...{ problem: null, former, findings, lesson },
    found: { link, text, slug: lesson.slug, title: lesson.title },
    stepTitle: lesson.steps.find(({ id }) => id === link.step)?.title,
    cells: (link.cells ?? []).flatMap(({ label, source }) => {
      const before = cells.get(label);
      return before === undefined ? [] : [{ id: label, before, after: source }];
    }),
  };
}
