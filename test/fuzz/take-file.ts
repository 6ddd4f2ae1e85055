import { digestOf } from '../../src/core/digest.ts';
import { LabError } from '../../src/core/errors.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { CourseCollections } from '../../src/lab/course/course-collections.ts';
import { createCourseStore } from '../../src/lab/course/course-store.ts';
import { lessonIdOf } from '../../src/lab/course/lesson-id.ts';
import { importMonthFiles } from '../../src/lab/data/import-files.ts';
import { openFiles } from '../../src/lab/data/open-files.ts';
import { readNotebookFile } from '../../src/lab/notebook/notebook-files.ts';
import type { ReviewCollections } from '../../src/lab/review/review-collections.ts';
import { createReviewStore } from '../../src/lab/review/review-store.ts';
import { browserTexts } from '../../src/lab/session/browser-texts.ts';
import { restorableTexts } from '../../src/lab/storage/kept-texts.ts';
import { KINDS } from '../../src/lab/storage/lab-home.ts';
import { openBackup } from '../../src/lab/storage/open-backup.ts';
import type { NotebookCollections } from '../../src/notebook/document/collections.ts';
import { createNotebookStore } from '../../src/notebook/document/notebook-store.ts';
import { restoreCopies } from '../../src/storage/backup/restore-backup.ts';
import { createMemoryJournal } from '../../src/storage/backup/restore-journal.ts';
import { compileLesson } from '../../src/ui/lessons/compile-lesson.ts';
import { as } from '../storage/fixtures/released.ts';
import type { NamedFile } from './file-kinds.ts';
import type { FuzzWorld } from './fuzz-world.ts';

/** What the lab says of a file that it does not take; null where it took it. */
export type Refusal = Pick<Problem, 'message' | 'hint'> | null;

/** A month that the lab of the fixtures does not have. */
const AS_OF = '2030-01-31';

const now = (): number => 1_700_000_000_000;
const textOf = ({ bytes }: NamedFile): string => new TextDecoder().decode(bytes);
const blobOf = (bytes: Uint8Array): Blob => new Blob([bytes as Uint8Array<ArrayBuffer>]);

/** Drops the files on the data page and imports what is found as a month. */
export function takeMonth(files: Readonly<Record<string, Uint8Array>>, { lab }: FuzzWorld): Promise<Refusal> {
  return orRefusal(async () => {
    const dropped = Object.entries(files).map(([name, bytes]) => ({
      path: name.endsWith('.zip') ? name : `month/${name}`,
      file: blobOf(bytes),
    }));
    const [group] = await openFiles(dropped);
    // The page says so in words of its own.
    if (group === undefined) return { message: 'no table among the files', hint: 'choose CSV or Parquet' };
    const unread = group.files.find(({ error }) => error !== null);
    if (unread !== undefined) throw unread.error;
    await importMonthFiles(lab, group.files, { asOf: AS_OF, onConflict: 'ask' });
    return null;
  });
}

/** Opens a notebook's file. */
export function takeNotebook(file: NamedFile, world: FuzzWorld): Promise<Refusal> {
  return orRefusal(async () => {
    let n = 0;
    const notebook = readNotebookFile(file.name, textOf(file), () => `new-${++n}`);
    const database = as<NotebookCollections>(world.database('notebooks'));
    await createNotebookStore(database, now).create(notebook);
    return null;
  });
}

/** Pastes a lesson of one's own and adds it. */
export function takeLesson(file: NamedFile, world: FuzzWorld): Promise<Refusal> {
  return orRefusal(async () => {
    const markdown = textOf(file);
    const { readable, problems } = compileLesson('lesson.md', markdown);
    if (readable === null || readable.lesson.steps.length === 0) return problems[0]!;
    const { slug, title } = readable.lesson;
    const database = as<CourseCollections>(world.database('course'));
    const lessonId = lessonIdOf('own', slug);
    await createCourseStore(database, now).saveOwnLesson({ lessonId, title, markdown });
    return null;
  });
}

/** Opens a hand-in for review. One that is refused is a row with its reason and nothing else of the file. */
export function takeHandIn({ name, bytes }: NamedFile, world: FuzzWorld): Promise<Refusal> {
  return orRefusal(async () => {
    const database = as<ReviewCollections>(world.database('review'));
    const store = createReviewStore(database, now);
    await store.add({ path: name, file: blobOf(bytes) });
    const digest = digestOf(bytes);
    const record = await database.read(['handIns'], (transaction) => transaction.get('handIns', digest));
    if (record!.problem === null) return null;
    if (record!.bytes.length > 0) throw new Error('of a hand-in that was refused the bytes are kept');
    await store.remove(digest);
    return record!.problem;
  });
}

/** Opens a backup and restores all of it. */
export function takeBackup({ bytes }: NamedFile, { home }: FuzzWorld): Promise<Refusal> {
  return orRefusal(async () => {
    const { parts } = await openBackup(blobOf(bytes), home);
    const copies = parts.map(({ copy }) => copy);
    await restoreCopies({
      ...{ copies, home, kinds: KINDS, journal: createMemoryJournal(), newTexts: null },
      texts: restorableTexts(browserTexts()),
    });
    return null;
  });
}

/** Only what the lab raises on purpose is a refusal; any other error is a fault of the lab. */
async function orRefusal(take: () => Promise<Refusal>): Promise<Refusal> {
  try {
    return await take();
  } catch (error) {
    if (error instanceof LabError) return error;
    throw error;
  }
}
