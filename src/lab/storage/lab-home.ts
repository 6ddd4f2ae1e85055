import { createBrowserHome } from '../../storage/backup/browser-home.ts';
import type { DatabaseHome } from '../../storage/backup/database-home.ts';
import type { AnyDatabaseKind } from '../../storage/backup/database-kind.ts';
import { labKind } from '../../storage/backup/lab-kind.ts';
import { createMemoryHome } from '../../storage/backup/memory-home.ts';
import {
  createBrowserJournal,
  createMemoryJournal,
  type RestoreJournal,
} from '../../storage/backup/restore-journal.ts';
import { courseKind } from './course-kind.ts';
import { notebookKind } from './notebook-kind.ts';
import { inMemory } from './open-database.ts';
import { reviewKind } from './review-kind.ts';
import { storageState } from './storage-state.ts';

/** What all databases of the lab are named by, lessons' too. */
const PREFIX = 'streamflow-';

/** Every kind of database that the lab keeps. */
export const KINDS: readonly AnyDatabaseKind[] = [labKind, notebookKind, courseKind, reviewKind];

/** What a restore that is cut off leaves, to be settled when the lab is opened again. */
export function labJournal(): RestoreJournal {
  return storageState.getState().status.kind === 'memory' ? createMemoryJournal() : createBrowserJournal();
}

/** Where the student's work is now: in the browser's storage, or in memory where that cannot be had. */
export function labHome(): DatabaseHome {
  return storageState.getState().status.kind === 'memory'
    ? createMemoryHome(inMemory)
    : createBrowserHome(PREFIX);
}
