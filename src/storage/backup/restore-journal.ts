import { deleteDB, openDB } from 'idb';

/** Remembers how things were while a restore is under way, so that one that was cut off can be taken back. */
export interface RestoreJournal {
  /** Keeps a backup of what is about to be replaced; on disk when it resolves. */
  begin(undo: Blob): Promise<void>;
  /** What a restore that never ended was to replace; null where there is none. */
  unfinished(): Promise<Blob | null>;
  /** The restore ended, or was taken back. */
  end(): Promise<void>;
}

const NAME = 'unfinished-restore';
const STORE = 'undo';

/** A journal in this browser. A flag among the small texts says whether to look: starting costs nothing without. */
export function createBrowserJournal(
  texts: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  flag: string,
): RestoreJournal {
  return {
    async begin(undo) {
      const database = await openDB(NAME, 1, { upgrade: (created) => void created.createObjectStore(STORE) });
      // As bytes: not every browser keeps blobs in private windows.
      const bytes = await undo.arrayBuffer();
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      void transaction.store.put(bytes, STORE);
      await transaction.done;
      database.close();
      texts.setItem(flag, 'yes');
    },
    async unfinished() {
      if (texts.getItem(flag) === null) return null;
      const database = await openDB(NAME, 1, { upgrade: (created) => void created.createObjectStore(STORE) });
      const bytes: unknown = await database.get(STORE, STORE);
      database.close();
      return bytes instanceof ArrayBuffer ? new Blob([bytes]) : null;
    },
    async end() {
      texts.removeItem(flag);
      await deleteDB(NAME);
    },
  };
}

/** A journal that goes with the page, as the databases do that it is for. */
export function createMemoryJournal(): RestoreJournal {
  let kept: Blob | null = null;
  return {
    begin: async (undo) => {
      kept = undo;
    },
    unfinished: async () => kept,
    end: async () => {
      kept = null;
    },
  };
}
