/** The lesson that ships with the lab, or one that was opened from outside: their work is kept apart. */
export type LessonOrigin = 'shipped' | 'own';

/** Under what a lesson's work is kept: its slug, marked where the lesson is not the lab's own. */
export function lessonIdOf(origin: LessonOrigin, slug: string): string {
  return origin === 'shipped' ? slug : `own.${slug}`;
}

/** Where a lesson id comes from, and the slug in it. */
export function readLessonId(lessonId: string): { readonly origin: LessonOrigin; readonly slug: string } {
  return lessonId.startsWith('own.')
    ? { origin: 'own', slug: lessonId.slice(4) }
    : { origin: 'shipped', slug: lessonId };
}

/** The database of a lesson's own lab: nothing of the free lab is in it. */
export function lessonDatabaseName(lessonId: string): string {
  return `streamflow-lesson-${lessonId}`;
}
