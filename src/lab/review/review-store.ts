import type { Database } from '../../core/database.ts';
import { digestOf } from '../../core/digest.ts';
import { readReport } from '../../notebook/report/read-report.ts';
import type { Report } from '../../notebook/report/report.ts';
import { MAX_FILE_BYTES } from '../../notebook/report/report-file.ts';
import type { DroppedFile } from '../data/dropped-files.ts';
import type { HandInRecord, MarkRecord, ReplayRecord, ReviewCollections } from './review-collections.ts';

/** A hand-in on the review page: its report, or why there is none. */
export interface HandIn extends Pick<HandInRecord, 'digest' | 'fileName' | 'addedAt' | 'problem'> {
  readonly report: Report | null;
}

/** All that the review page shows. */
export interface ReviewContents {
  /** In the order in which they were added. */
  readonly handIns: readonly HandIn[];
  readonly marks: readonly MarkRecord[];
  readonly replays: readonly ReplayRecord[];
}

/** What a teacher opened, and what they made of it. Every method is one transaction. */
export interface ReviewStore {
  read(): Promise<ReviewContents>;
  /** Takes a file in, whatever it is; one that is there already is not added again. */
  add(dropped: DroppedFile): Promise<'added' | 'present'>;
  saveMark(mark: Pick<MarkRecord, 'digest' | 'lessonId' | 'taskKey' | 'points' | 'remark'>): Promise<void>;
  saveReplay(replay: Pick<ReplayRecord, 'digest' | 'appVersion' | 'lessons'>): Promise<void>;
  /** Takes a hand-in off the page, with its marks. */
  remove(digest: string): Promise<void>;
  removeAll(): Promise<void>;
}

const ALL = ['handIns', 'marks', 'replays'] as const;

/** Opens the review over a database; `now` is the wall clock, in UTC milliseconds. */
export function createReviewStore(database: Database<ReviewCollections>, now: () => number): ReviewStore {
  return {
    async read() {
      const { handIns, ...rest } = await database.read(ALL, async (transaction) => ({
        handIns: await transaction.getAll('handIns'),
        marks: await transaction.getAll('marks'),
        replays: await transaction.getAll('replays'),
      }));
      const read = handIns.map(({ digest, fileName, addedAt, bytes, problem }): HandIn => {
        // Read anew each time: what another version of the lab could not read, this one may.
        const found = problem === null ? readReport(bytes) : { report: null, problem };
        return { digest, fileName, addedAt, ...found };
      });
      return { ...rest, handIns: read.toSorted((a, b) => a.addedAt - b.addedAt) };
    },

    async add({ path, file }) {
      // More than a reader takes is not read into memory either; what is cut off does not matter then.
      const bytes = new Uint8Array(await file.slice(0, MAX_FILE_BYTES + 1).arrayBuffer());
      const digest = digestOf(bytes);
      const { problem } = readReport(bytes);
      const record: HandInRecord = {
        ...{ kind: 'hand-in', version: 1, digest, fileName: path, addedAt: now(), problem },
        bytes: problem === null ? bytes : new Uint8Array(),
      };
      return database.write(['handIns'], async (transaction) => {
        if ((await transaction.get('handIns', digest)) !== undefined) return 'present';
        await transaction.put('handIns', record);
        return 'added';
      });
    },

    saveMark: (mark) =>
      database.write(['marks'], (transaction) =>
        transaction.put('marks', { kind: 'mark', version: 1, ...mark, changedAt: now() }),
      ),
    saveReplay: (replay) =>
      database.write(['replays'], (transaction) =>
        transaction.put('replays', { kind: 'replay', version: 1, ...replay, replayedAt: now() }),
      ),
    remove: (digest) =>
      database.write(ALL, async (transaction) => {
        await transaction.delete('handIns', digest);
        await transaction.deleteAll('marks', { prefix: [digest] });
        await transaction.delete('replays', digest);
      }),
    removeAll: () =>
      database.write(ALL, async (transaction) => {
        for (const name of ALL) await transaction.deleteAll(name);
      }),
  };
}
