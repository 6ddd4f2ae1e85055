import { readFileSync } from 'node:fs';
import type { Database } from '../../src/core/database.ts';
import { digestOf } from '../../src/core/digest.ts';
import type { LabCollections } from '../../src/core/engine/collections.ts';
import { SNAPSHOT_COLLECTIONS } from '../../src/core/snapshots/collections.ts';
import { type HeadlessLab, openHeadlessLab } from '../../src/headless/open-lab.ts';
import { replaceDatabase, type WholeDatabase } from '../../src/storage/backup/database-copy.ts';
import type { DatabaseHome } from '../../src/storage/backup/database-home.ts';
import type { AnyCollections } from '../../src/storage/backup/database-kind.ts';
import { createMemoryHome } from '../../src/storage/backup/memory-home.ts';
import { readBackup } from '../../src/storage/backup/read-backup.ts';
import { encodeValue } from '../../src/storage/backup/stored-value.ts';
import { createMemoryDatabase, type MemoryDatabase } from '../../src/storage/memory-database.ts';
import { monthFiles } from '../core/snapshots/world.ts';
import { as, RELEASED } from '../storage/fixtures/released.ts';

/** All that a student's browser keeps, used before: the databases of `npm run fixture`, in memory. */
export interface FuzzWorld {
  readonly home: DatabaseHome;
  readonly lab: HeadlessLab;
  database(name: 'lab' | 'notebooks' | 'course' | 'review'): Database<AnyCollections>;
  /** Of every byte of every database. */
  digest(): Promise<string>;
}

/** Opens the world as it was left: every call gives the same. */
export async function openFuzzWorld(): Promise<FuzzWorld> {
  filled ??= fill();
  const databases = new Map(
    [...(await filled)].map(
      ([name, whole]) => [name, { ...whole, database: whole.database.fork() }] as const,
    ),
  );
  const byOwnName = new Map([...databases.values()].map((whole) => [whole.name, whole]));
  const home = createMemoryHome(byOwnName as never);
  return {
    home,
    lab: await openHeadlessLab(as<LabCollections>(databases.get('lab')!.database)),
    database: (name) => databases.get(name)!.database,
    async digest() {
      const copies = await Promise.all([...byOwnName.keys()].sort().map((name) => home.copy(name)));
      return digestOf(...copies.flatMap((copy) => encodeValue(copy)));
    },
  };
}

/** Kept as it was filled; each world goes its own way from there. */
type Filled = WholeDatabase<AnyCollections> & { readonly database: MemoryDatabase<AnyCollections> };

let filled: Promise<ReadonlyMap<string, Filled>> | null = null;

async function fill(): Promise<ReadonlyMap<string, Filled>> {
  const databases = new Map<string, Filled>();
  for (const { name, kind } of RELEASED) {
    const version = kind.upgrades.length;
    const file = `test/storage/fixtures/${name}-${version}.sfbackup`;
    const [copy] = (await readBackup(new Blob([readFileSync(file)]))).databases;
    const database = createMemoryDatabase(kind.keyPaths);
    const whole = { name: copy!.name, version, keyPaths: kind.keyPaths, database };
    await replaceDatabase(whole, copy!);
    databases.set(name, whole);
  }
  const lab = as<LabCollections>(databases.get('lab')!.database);
  // In the form of the course, unlike the fixture's: a month that is dropped may then be taken.
  await lab.write(SNAPSHOT_COLLECTIONS, async (transaction) => {
    for (const name of SNAPSHOT_COLLECTIONS) await transaction.deleteAll(name);
  });
  await (await openHeadlessLab(lab)).api.data.importMonth(monthFiles(), { asOf: '2024-01-31' });
  return databases;
}
