import type { Language } from '../../notebook/lesson/language.ts';
import type { LessonFacts } from '../../notebook/lesson/readable-lesson.ts';

// Compiled when the app is built, see `lessons-plugin.ts`.
const facts = import.meta.glob<LessonFacts>('../../../lessons/*/*.md', {
  query: '?facts',
  import: 'default',
  eager: true,
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

/** The code of a shared preparation, by the name that lessons give it; null where there is none. */
export async function loadPreparation(name: string): Promise<string | null> {
  const path = Object.keys(preparations).find((candidate) => candidate.endsWith(`/${name}.js`));
  return path === undefined ? null : preparations[path]!();
}
