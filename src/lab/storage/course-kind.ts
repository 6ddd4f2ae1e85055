import * as v from 'valibot';
import type { DatabaseKind } from '../../storage/backup/database-kind.ts';
import { type CourseCollections, courseKeyPaths } from '../course/course-collections.ts';
import { courseUpgrades } from '../course/open-course.ts';
import { notebookKind } from './notebook-kind.ts';

const version1 = v.literal(1);
const anyRecord = v.looseObject({});
const instantOrNull = v.nullable(v.number());

/** The database of what a student does in lessons. */
export const courseKind: DatabaseKind<CourseCollections> = {
  keyPaths: courseKeyPaths,
  upgrades: courseUpgrades,
  schemas: {
    ...notebookKind.schemas,
    lessonProgress: v.looseObject({
      kind: v.literal('lesson-progress'),
      version: version1,
      lessonId: v.string(),
      startedAt: v.number(),
      changedAt: v.number(),
      stepId: v.nullable(v.string()),
      isOpen: v.boolean(),
      doneSteps: v.array(v.looseObject({ stepId: v.string(), doneAt: v.number() })),
      timeMs: v.number(),
    }),
    taskProgress: v.looseObject({
      kind: v.literal('task-progress'),
      version: version1,
      lessonId: v.string(),
      blockId: v.string(),
      nHints: v.number(),
      solutionSeenAt: instantOrNull,
      nTries: v.number(),
      passedAt: instantOrNull,
      answer: v.string(),
      choice: v.nullable(v.number()),
      answeredAt: instantOrNull,
    }),
    lessonBases: v.looseObject({
      kind: v.literal('lesson-base'),
      version: version1,
      lessonId: v.string(),
      language: v.picklist(['en', 'fr']),
      sources: v.record(v.string(), v.string()),
    }),
    ownLessons: v.looseObject({
      kind: v.literal('own-lesson'),
      version: version1,
      lessonId: v.string(),
      title: v.string(),
      markdown: v.string(),
      openedAt: v.number(),
    }),
    lessonLinks: v.looseObject({
      kind: v.literal('lesson-link'),
      version: version1,
      lessonId: v.string(),
      text: v.string(),
      openedAt: v.number(),
    }),
    stepRecords: v.looseObject({
      kind: v.literal('step-record'),
      version: version1,
      lessonId: v.string(),
      stepId: v.string(),
      recordedAt: v.number(),
      labNow: v.number(),
      datasetDigest: v.nullable(v.string()),
      runs: v.array(anyRecord),
      receipts: v.record(v.string(), anyRecord),
      models: v.array(
        v.looseObject({ name: v.string(), versions: v.array(anyRecord), history: v.array(anyRecord) }),
      ),
      requests: v.array(anyRecord),
    }),
  },
};
