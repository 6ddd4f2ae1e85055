import { deleteDB, openDB } from 'idb';
import { JOURNAL_DATABASE } from './is-restore-unfinished.ts';
import type { KeptTexts } from './restorable-texts.ts';

/** Databases are being replaced: as long as this entry is there, all of it is to be taken back. */
export interface UndoEntry {
  readonly kind: 'undo';
  readonly version: 1;
  /** A backup of the databases that are replaced. */
  readonly undo: ArrayBuffer;
  /** Databases that there were none of. */
  readonly created: readonly string[];
  readonly texts: KeptTexts;
}

/** The databases are as they are to be, and these texts belong to them. */
export interface TextsEntry {
  readonly kind: 'texts';
  readonly version: 1;
  readonly texts: KeptTexts;
  /** Is kept among the texts once they are written. */
  readonly token: string;
  /** When they were written, UTC milliseconds. */
  readonly writtenAt: number;
}

export type JournalEntry = UndoEntry | TextsEntry;

/**
 * Remembers what of a restore is still to be done, or taken back, should the page end now. It has one entry; putting
 * another in its place is one step, which happened or did not.
 */
export interface RestoreJournal {
  /** On disk when it resolves. */
  put(entry: JournalEntry): Promise<void>;
  /** Null where nothing is left to be done. */
  read(): Promise<JournalEntry | null>;
  /** Forgets the entry for good. */
  end(): Promise<void>;
}

const STORE = 'entry';

/** A journal in this browser. */
export function createBrowserJournal(): RestoreJournal {
  const open = () =>
    openDB(JOURNAL_DATABASE, 1, { upgrade: (database) => void database.createObjectStore(STORE) });
  return {
    async put(entry) {
      const database = await open();
      try {
        const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
        await Promise.all([transaction.store.put(entry, STORE), transaction.done]);
      } finally {
        database.close();
      }
    },
    async read() {
      const database = await open();
      try {
        return ((await database.get(STORE, STORE)) as JournalEntry | undefined) ?? null;
      } finally {
        database.close();
      }
    },
    end: () => deleteDB(JOURNAL_DATABASE),
  };
}

/** A journal that goes with the page, as the databases do that it is for. */
export function createMemoryJournal(): RestoreJournal {
  let kept: JournalEntry | null = null;
  return {
    put: async (entry) => {
      kept = entry;
    },
    read: async () => kept,
    end: async () => {
      kept = null;
    },
  };
}
