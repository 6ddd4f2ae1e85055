import type { KeyPaths } from '../../core/database.ts';
import { type NotebookCollections, notebookKeyPaths } from '../../notebook/document/collections.ts';
import type { Language } from '../../notebook/lesson/language.ts';
import type { StepRecord } from './step-record.ts';

/** How far a student is in one lesson. Times are UTC milliseconds. */
export interface LessonProgressRecord {
  readonly kind: 'lesson-progress';
  readonly version: 1;
  /** See `lesson-id.ts`: never an address. */
  readonly lessonId: string;
  readonly startedAt: number;
  readonly changedAt: number;
  /** The step the student was at last. */
  readonly stepId: string | null;
  /** Whether the student opened all steps. */
  readonly isOpen: boolean;
  readonly doneSteps: readonly DoneStep[];
  /** How long the lesson was in sight and worked on. */
  readonly timeMs: number;
}

/** A step that is behind the student. */
export interface DoneStep {
  readonly stepId: string;
  readonly doneAt: number;
}

/** What a student did with one task: an exercise, a prediction or a question, by the id of its block. */
export interface TaskProgressRecord {
  readonly kind: 'task-progress';
  readonly version: 1;
  readonly lessonId: string;
  readonly blockId: string;
  /** Hints that were shown, from the first on. */
  readonly nHints: number;
  /** When the solution was shown; null where it never was. */
  readonly solutionSeenAt: number | null;
  /** Checks that were run, and when the first one passed. */
  readonly nTries: number;
  readonly passedAt: number | null;
  /** The student's own words: an answer, or a prediction without choices. */
  readonly answer: string;
  /** The number of the choice that was taken, from 0. */
  readonly choice: number | null;
  /** When answer or choice were given for good. */
  readonly answeredAt: number | null;
}

/** The texts that the lesson had when the student began, or last took over changes: the base of a merge. */
export interface LessonBaseRecord {
  readonly kind: 'lesson-base';
  readonly version: 1;
  readonly lessonId: string;
  readonly language: Language;
  /** By cell id. */
  readonly sources: Readonly<Record<string, string>>;
}

/** A lesson that came from a file, from the clipboard or in a link. */
export interface OwnLessonRecord {
  readonly kind: 'own-lesson';
  readonly version: 1;
  readonly lessonId: string;
  readonly title: string;
  readonly markdown: string;
  readonly openedAt: number;
}

/** The link that a lesson is worked on by; its settings hold until it is left. */
export interface LessonLinkRecord {
  readonly kind: 'lesson-link';
  readonly version: 1;
  readonly lessonId: string;
  /** As `encodeLink` wrote it. */
  readonly text: string;
  readonly openedAt: number;
}

/** What the course stores: progress, records of labs, own lessons, links, and the cells of lessons as notebooks. */
export type CourseCollections = NotebookCollections & {
  lessonProgress: LessonProgressRecord;
  taskProgress: TaskProgressRecord;
  lessonBases: LessonBaseRecord;
  ownLessons: OwnLessonRecord;
  lessonLinks: LessonLinkRecord;
  stepRecords: StepRecord;
};

/** The keys of the course's collections. */
export const courseKeyPaths: KeyPaths<CourseCollections> = {
  ...notebookKeyPaths,
  lessonProgress: 'lessonId',
  taskProgress: ['lessonId', 'blockId'],
  lessonBases: ['lessonId', 'language'],
  ownLessons: 'lessonId',
  lessonLinks: 'lessonId',
  stepRecords: ['lessonId', 'stepId'],
};
