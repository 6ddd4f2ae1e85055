import { describe, expect, it } from 'vitest';
import { type ReviewCollections, reviewKeyPaths } from '../../../src/lab/review/review-collections.ts';
import { createReviewStore } from '../../../src/lab/review/review-store.ts';
import type { Report } from '../../../src/notebook/report/report.ts';
import { writeReport } from '../../../src/notebook/report/write-report.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';

const REPORT: Report = {
  ...{ kind: 'report', version: 1, isSelfReported: true, student: 'Ada', language: 'en', writtenAt: 1 },
  ...{ appVersion: '1.0.0', lessons: [] },
};

function openStore() {
  let now = 1;
  const database = createMemoryDatabase<ReviewCollections>(reviewKeyPaths);
  return createReviewStore(database, () => now++);
}

describe('the review', () => {
  it('keeps every file as a row, whatever it is, and none twice', async () => {
    const store = openStore();
    const good = writeReport(REPORT);
    expect(await store.add({ path: 'ada.sflab', file: new Blob([good]) })).toBe('added');
    expect(await store.add({ path: 'cut.sflab', file: new Blob([good.slice(0, -1)]) })).toBe('added');
    expect(await store.add({ path: 'notes.txt', file: new Blob(['hello']) })).toBe('added');
    expect(await store.add({ path: 'ada again.sflab', file: new Blob([good]) })).toBe('present');
    const { handIns } = await store.read();
    expect(
      handIns.map(({ fileName, report, problem }) => [fileName, report?.student, problem?.code]),
    ).toEqual([
      ['ada.sflab', 'Ada', undefined],
      ['cut.sflab', undefined, 'damaged'],
      ['notes.txt', undefined, 'no-report'],
    ]);
  });

  it('keeps points and remarks, and forgets them with their hand-in', async () => {
    const store = openStore();
    await store.add({ path: 'ada.sflab', file: new Blob([writeReport(REPORT)]) });
    const { digest } = (await store.read()).handIns[0]!;
    await store.saveMark({ digest, lessonId: 'small', taskKey: 'exercise:add', points: 2, remark: 'good' });
    await store.saveMark({ digest, lessonId: 'small', taskKey: 'exercise:add', points: 2.5, remark: 'good' });
    expect((await store.read()).marks).toMatchObject([{ points: 2.5, remark: 'good' }]);
    await store.remove(digest);
    expect(await store.read()).toEqual({ handIns: [], marks: [], replays: [] });
  });
});
