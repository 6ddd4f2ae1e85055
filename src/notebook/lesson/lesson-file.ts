import type { Lesson } from './lesson.ts';

/** A lesson with the file it is from. */
export interface LessonFile {
  readonly file: string;
  readonly lesson: Lesson;
}
