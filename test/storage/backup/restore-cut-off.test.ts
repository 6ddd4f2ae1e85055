import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/core/digest.ts';
import { type DatabaseCopy, replaceDatabase } from '../../../src/storage/backup/database-copy.ts';
import type { DatabaseHome } from '../../../src/storage/backup/database-home.ts';
import type { AnyDatabaseKind } from '../../../src/storage/backup/database-kind.ts';
import { labKind } from '../../../src/storage/backup/lab-kind.ts';
import { createMemoryHome } from '../../../src/storage/backup/memory-home.ts';
import { readBackup } from '../../../src/storage/backup/read-backup.ts';
import type { KeptTexts } from '../../../src/storage/backup/restorable-texts.ts';
import {
  type RestorePlace,
  restoreCopies,
  settleRestore,
} from '../../../src/storage/backup/restore-backup.ts';
import { createMemoryJournal } from '../../../src/storage/backup/restore-journal.ts';
import { encodeValue } from '../../../src/storage/backup/stored-value.ts';
import { createMemoryTexts, type MemoryTexts } from './memory-texts.ts';

const kinds: readonly AnyDatabaseKind[] = [labKind];
const OLD_TEXTS = { 'streamflow-serving': 'old' };
const NEW_TEXTS = { 'streamflow-expectations': 'new' };

/** A browser's disk, and the pages that are opened over it one after the other. */
interface Computer {
  readonly place: RestorePlace & { readonly texts: MemoryTexts };
  /** A page that dies before its step `nSteps`, never to be heard of again. Gives whether it had finished, and its steps. */
  open(
    nSteps: number,
    work: (place: RestorePlace) => Promise<void>,
  ): Promise<{ readonly isDone: boolean; readonly nTaken: number }>;
}

describe('a restore that is cut off', () => {
  let lab: DatabaseCopy;
  beforeAll(async () => {
    const file = new Blob([readFileSync('test/storage/fixtures/lab-1.sfbackup')]);
    lab = (await readBackup(file)).databases[0]!;
  });

  const original = (): readonly DatabaseCopy[] => [
    named('streamflow-lab', lab),
    named('streamflow-lesson-1', without(lab, 'runs')),
    named('streamflow-lesson-2', without(lab, 'metrics')),
  ];
  // The third is not in the backup, the fourth is not there yet.
  const restored = (): readonly DatabaseCopy[] => [
    named('streamflow-lab', without(lab, 'tables')),
    named('streamflow-lesson-1', lab),
    named('streamflow-lesson-4', lab),
  ];

  it.each([
    { what: 'everything', newTexts: NEW_TEXTS, isWritten: true },
    {
      what: 'everything, with settings that had not reached the disk',
      newTexts: NEW_TEXTS,
      isWritten: false,
    },
    { what: 'picked parts', newTexts: null, isWritten: true },
    { what: 'picked parts, with settings that had not reached the disk', newTexts: null, isWritten: false },
  ])(
    'of $what leaves the old or the new, whole, at whatever step it and its end were cut off',
    async ({ newTexts, isWritten }) => {
      const [old, next] = await Promise.all([
        stateAfter(original(), OLD_TEXTS),
        stateAfter([...restored(), original()[2]!], newTexts ?? OLD_TEXTS),
      ]);
      const seen = new Set<string>();
      for (let nSteps = 0, isFinished = false; !isFinished; nSteps++) {
        for (let nSettled = 0, isSettled = false; !isSettled; nSettled++) {
          const computer = await computerWith(original(), { texts: OLD_TEXTS, isWritten });
          const copies = restored();
          const first = await computer.open(nSteps, (place) => restoreCopies({ ...place, copies, newTexts }));
          const second = await computer.open(nSettled, (place) => settleRestore(place, Date.now()));
          await computer.open(Number.POSITIVE_INFINITY, (place) => settleRestore(place, Date.now()));
          const state = await stateOf(computer.place);
          expect([old, next], `cut off at ${nSteps}, then at ${nSettled}`).toContain(state);
          if (first.isDone) expect(state).toBe(next);
          seen.add(state);
          isFinished = first.isDone;
          isSettled = second.isDone;
        }
      }
      expect(seen.size).toBe(2);
    },
  );

  it('is forgotten once its settings are on disk for certain, and not before', async () => {
    const { place } = await computerWith(original(), { texts: OLD_TEXTS, isWritten: true });
    await restoreCopies({ ...place, copies: restored(), newTexts: NEW_TEXTS });
    await settleRestore(place, Date.now() + 30_000);
    expect(await place.journal.read()).toMatchObject({ kind: 'texts' });
    await settleRestore(place, Date.now() + 90_000);
    expect(await place.journal.read()).toBeNull();
  });

  it('is taken back first, before another one begins', async () => {
    const computer = await computerWith(original(), { texts: OLD_TEXTS, isWritten: true });
    await computer.open(3, (place) => restoreCopies({ ...place, copies: restored(), newTexts: NEW_TEXTS }));
    const picked = [named('streamflow-lesson-1', lab)];
    await restoreCopies({ ...computer.place, copies: picked, newTexts: null });
    expect(await stateOf(computer.place)).toBe(
      await stateAfter([original()[0]!, picked[0]!, original()[2]!], OLD_TEXTS),
    );
  });
});

async function computerWith(
  copies: readonly DatabaseCopy[],
  { texts, isWritten }: { readonly texts: KeptTexts; readonly isWritten: boolean },
): Promise<Computer> {
  const home = createMemoryHome();
  for (const copy of copies) await home.use(copy.name, labKind, (whole) => replaceDatabase(whole, copy));
  const place = { home, kinds, journal: createMemoryJournal(), texts: createMemoryTexts(texts) };
  return {
    place,
    async open(nSteps, work) {
      let nTaken = 0;
      let isDead = false;
      const page = new Promise<boolean>((ended, failed) => {
        const step = async <T>(act: () => Promise<T>): Promise<T> => {
          isDead ||= nTaken >= nSteps;
          if (isDead) {
            ended(false);
            return new Promise<never>(() => undefined);
          }
          nTaken++;
          return act();
        };
        work(mortal(place, step)).then(() => ended(!isDead), failed);
      });
      const isDone = await page;
      if (isWritten) place.texts.reachDisk();
      if (!isDone) place.texts.forgetUnwritten();
      return { isDone, nTaken };
    },
  };
}

/** The place as a page sees it: whatever changes the disk is a `step`, all of it or nothing. */
function mortal(
  { home, journal, texts, kinds }: RestorePlace,
  step: <T>(act: () => Promise<T>) => Promise<T>,
): RestorePlace {
  const use: DatabaseHome['use'] = (name, kind, work) =>
    home.use(name, kind, ({ database, ...whole }) =>
      work({
        ...whole,
        database: { read: database.read, write: (...args) => step(() => database.write(...args)) },
      }),
    );
  return {
    ...{ kinds, texts },
    home: { ...home, use, remove: (name) => step(() => home.remove(name)) },
    journal: {
      read: journal.read,
      put: (entry) => step(() => journal.put(entry)),
      end: () => step(journal.end),
    },
  };
}

async function stateAfter(copies: readonly DatabaseCopy[], texts: KeptTexts): Promise<string> {
  return stateOf((await computerWith(copies, { texts, isWritten: true })).place);
}

async function stateOf({ home, texts }: RestorePlace): Promise<string> {
  const copies = await Promise.all((await home.names()).map((name) => home.copy(name)));
  return digestOf(JSON.stringify(texts.read()), ...encodeValue(copies));
}

function named(name: string, copy: DatabaseCopy): DatabaseCopy {
  return { ...copy, name };
}

function without(copy: DatabaseCopy, name: string): DatabaseCopy {
  return { ...copy, collections: copy.collections.filter((collection) => collection.name !== name) };
}
