import type { KeyPaths } from '../../core/database.ts';
import type { ReportProblem } from '../../notebook/report/read-report.ts';
import type { LessonReplay } from './replay-report.ts';

/** A file that a teacher opened, as it was. Times are UTC milliseconds. */
export interface HandInRecord {
  readonly kind: 'hand-in';
  readonly version: 1;
  /** SHA-256 hex of the file. */
  readonly digest: string;
  readonly fileName: string;
  readonly addedAt: number;
  /** Empty for a file that could not be read. */
  readonly bytes: Uint8Array;
  readonly problem: ReportProblem | null;
}

/** What a teacher says to one task of one hand-in. */
export interface MarkRecord {
  readonly kind: 'mark';
  readonly version: 1;
  /** Of the hand-in. */
  readonly digest: string;
  readonly lessonId: string;
  /** See `taskKeyOf`. */
  readonly taskKey: string;
  readonly points: number | null;
  readonly remark: string;
  readonly changedAt: number;
}

/** What came of the last replay of a hand-in. */
export interface ReplayRecord {
  readonly kind: 'replay';
  readonly version: 1;
  readonly digest: string;
  readonly appVersion: string;
  readonly replayedAt: number;
  readonly lessons: readonly LessonReplay[];
}

/** What the review page stores. */
export type ReviewCollections = {
  handIns: HandInRecord;
  marks: MarkRecord;
  replays: ReplayRecord;
};

/** The keys of the review's collections. */
export const reviewKeyPaths: KeyPaths<ReviewCollections> = {
  handIns: 'digest',
  marks: ['digest', 'lessonId', 'taskKey'],
  replays: 'digest',
};
