import type { Language } from '../../notebook/lesson/language.ts';
import type { LessonFacts, ReadableLesson } from '../../notebook/lesson/readable-lesson.ts';

// Compiled when the app is built, see `lessons-plugin.ts`: the facts come with the list, a lesson when it is opened.
const facts = import.meta.glob<LessonFacts>('../../../lessons/*/*.md', {
  query: '?facts',
  import: 'default',
  eager: true,
});
const lessons = import.meta.glob<ReadableLesson>('../../../lessons/*/*.md', {
  query: '?lesson',
  import: 'default',
});
const preparations = import.meta.glob<string>('../../../lessons/prepare/*.js', {
  query: '?raw',
  import: 'default',
});

/** The lessons that ship with the lab in a language, in the order of the course. */
export function listShippedLessons(language: Language): readonly LessonFacts[] {
  return Object.values(facts)
    .filter((lesson) => lesson.language === language)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
}

/** A shipped lesson in a language, or in English where it is not translated yet; null where there is none. */
export async function loadShippedLesson(slug: string, language: Language): Promise<ReadableLesson | null> {
  const paths = Object.keys(facts).filter((path) => facts[path]!.slug === slug);
  const path = paths.find((candidate) => facts[candidate]!.language === language) ?? paths[0];
  return path === undefined ? null : lessons[path]!();
}

/** The code of a shared preparation, by the name that lessons give it; null where there is none. */
export async function loadPreparation(name: string): Promise<string | null> {
  const path = Object.keys(preparations).find((candidate) => candidate.endsWith(`/${name}.js`));
  return path === undefined ? null : preparations[path]!();
}
