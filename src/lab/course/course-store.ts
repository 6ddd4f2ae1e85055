import type { Database } from '../../core/database.ts';
import { createNotebookStore, type NotebookStore } from '../../notebook/document/notebook-store.ts';
import type {
  CourseCollections,
  LessonBaseRecord,
  LessonLinkRecord,
  LessonProgressRecord,
  OwnLessonRecord,
  TaskProgressRecord,
} from './course-collections.ts';

import type { StepRecord } from './step-record.ts';

/** What is stored of one lesson besides its cells. */
export interface StoredLesson {
  /** Null for a lesson that was never opened. */
  readonly progress: LessonProgressRecord | null;
  readonly tasks: readonly TaskProgressRecord[];
  readonly bases: readonly LessonBaseRecord[];
  readonly link: LessonLinkRecord | null;
}

/** Progress, own lessons and links of one database. Every method is one transaction. */
export interface CourseStore {
  /** The cells of lessons: one notebook per lesson, under the lesson's id. */
  readonly notebooks: NotebookStore;
  readLesson(lessonId: string): Promise<StoredLesson>;
  /** Every lesson that was ever opened, with its tasks. */
  listProgress(): Promise<readonly Pick<StoredLesson, 'progress' | 'tasks'>[]>;
  saveProgress(record: LessonProgressRecord): Promise<void>;
  saveTask(record: TaskProgressRecord): Promise<void>;
  saveBase(record: LessonBaseRecord): Promise<void>;
  saveRecord(record: StepRecord): Promise<void>;
  /** What was left in the labs of a lesson's steps. */
  listRecords(lessonId: string): Promise<readonly StepRecord[]>;
  /** Last opened first. */
  listOwnLessons(): Promise<readonly OwnLessonRecord[]>;
  readOwnLesson(lessonId: string): Promise<OwnLessonRecord | null>;
  saveOwnLesson(lesson: Pick<OwnLessonRecord, 'lessonId' | 'title' | 'markdown'>): Promise<void>;
  /** Takes an own lesson off the list; what the student did in it stays stored. */
  removeOwnLesson(lessonId: string): Promise<void>;
  saveLink(lessonId: string, text: string): Promise<void>;
  removeLink(lessonId: string): Promise<void>;
}

/** Opens the course over a database; `now` is the wall clock, in UTC milliseconds. */
export function createCourseStore(database: Database<CourseCollections>, now: () => number): CourseStore {
  const put = <N extends keyof CourseCollections>(collection: N, record: CourseCollections[N]) =>
    // On disk before it counts as stored, as cells are.
    database.write([collection], (transaction) => transaction.put(collection, record), {
      ...{ durability: 'strict', isAtOnce: true },
    });
  return {
    notebooks: createNotebookStore(database, now),

    readLesson: (lessonId) =>
      database.read(
        ['lessonProgress', 'taskProgress', 'lessonBases', 'lessonLinks'],
        async (transaction) => ({
          progress: (await transaction.get('lessonProgress', lessonId)) ?? null,
          tasks: await transaction.getAll('taskProgress', { prefix: [lessonId] }),
          bases: await transaction.getAll('lessonBases', { prefix: [lessonId] }),
          link: (await transaction.get('lessonLinks', lessonId)) ?? null,
        }),
      ),

    listProgress: () =>
      database.read(['lessonProgress', 'taskProgress'], async (transaction) => {
        const tasks = await transaction.getAll('taskProgress');
        return (await transaction.getAll('lessonProgress')).map((progress) => ({
          progress,
          tasks: tasks.filter(({ lessonId }) => lessonId === progress.lessonId),
        }));
      }),

    saveProgress: (record) => put('lessonProgress', record),
    saveTask: (record) => put('taskProgress', record),
    saveBase: (record) => put('lessonBases', record),
    saveRecord: (record) => put('stepRecords', record),
    listRecords: (lessonId) =>
      database.read(['stepRecords'], (transaction) =>
        transaction.getAll('stepRecords', { prefix: [lessonId] }),
      ),

    listOwnLessons: async () =>
      (await database.read(['ownLessons'], (transaction) => transaction.getAll('ownLessons'))).toSorted(
        (a, b) => b.openedAt - a.openedAt,
      ),
    readOwnLesson: async (lessonId) =>
      (await database.read(['ownLessons'], (transaction) => transaction.get('ownLessons', lessonId))) ?? null,
    saveOwnLesson: (lesson) =>
      put('ownLessons', { kind: 'own-lesson', version: 1, ...lesson, openedAt: now() }),
    removeOwnLesson: (lessonId) =>
      database.write(['ownLessons'], (transaction) => transaction.delete('ownLessons', lessonId)),
    saveLink: (lessonId, text) =>
      put('lessonLinks', { kind: 'lesson-link', version: 1, lessonId, text, openedAt: now() }),
    removeLink: (lessonId) =>
      database.write(['lessonLinks'], (transaction) => transaction.delete('lessonLinks', lessonId)),
  };
}
