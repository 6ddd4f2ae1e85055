import type { LessonLink } from '../../notebook/link/lesson-link.ts';
import { setLanguage } from '../session/session.ts';
import { lessonIdOf } from './lesson-id.ts';
import { loadCourse } from './open-course.ts';
import { closePageLesson } from './open-page-lesson.ts';

/** A link whose lesson was found, ready to be accepted. */
export interface FoundLink {
  readonly link: LessonLink;
  /** As `encodeLink` wrote it. */
  readonly text: string;
  readonly slug: string;
  readonly title: string;
}

/**
 * Takes a link on: its settings hold for its lesson until the link is left, an own lesson is kept among the own ones.
 * Nothing runs, and no text of the student's is replaced. Gives the lesson's address.
 */
export async function acceptLink({ link, text, slug, title }: FoundLink): Promise<string> {
  const course = await loadCourse();
  const lessonId = lessonIdOf(link.lesson.kind, slug);
  if (link.lesson.kind === 'own')
    await course.saveOwnLesson({ lessonId, title, markdown: link.lesson.markdown });
  await course.saveLink(lessonId, text);
  // A lesson that is open now is opened anew, by the link.
  await closePageLesson();
  if (link.language !== undefined) setLanguage(link.language);
  return `/lessons/${lessonId}${link.step === undefined ? '' : `/${link.step}`}`;
}
