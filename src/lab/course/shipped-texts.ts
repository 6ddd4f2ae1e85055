import type { Language } from '../../notebook/lesson/language.ts';
import type { ReadableLesson } from '../../notebook/lesson/readable-lesson.ts';

// Compiled when the app is built, see `lessons-plugin.ts`. Apart from the list of lessons: the page asks for a text
// before it is itself there.
const texts = import.meta.glob<ReadableLesson>('../../../lessons/*/*.md', {
  query: '?lesson',
  import: 'default',
});
const loaded = new Map<string, ReadableLesson>();

/** A shipped lesson in a language, or in English where it is not translated yet; null where there is none. */
export async function loadShippedLesson(slug: string, language: Language): Promise<ReadableLesson | null> {
  const path = pathOf(slug, language);
  if (path === null) return null;
  const lesson = await texts[path]!();
  loaded.set(path, lesson);
  return lesson;
}

/** As `loadShippedLesson`, of a lesson that was loaded before; null where it was not. */
export function loadedShippedLesson(slug: string, language: Language): ReadableLesson | null {
  return loaded.get(pathOf(slug, language) ?? '') ?? null;
}

/** A lesson's file is named by its number and its slug. */
function pathOf(slug: string, language: Language): string | null {
  const paths = Object.keys(texts).filter((path) => path.replaceAll(/^.*\/\d+-|\.md$/g, '') === slug);
  return paths.find((path) => path.includes(`/${language}/`)) ?? paths[0] ?? null;
}
