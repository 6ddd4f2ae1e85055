import type { Database } from '../../core/database.ts';
import { openIndexedDb } from '../../storage/indexeddb-database.ts';
import { DatabaseClosedError } from '../../storage/storage-errors.ts';
import { addCollections } from '../../storage/upgrades.ts';
import { browserTexts } from '../session/browser-texts.ts';
import { createLeasedLocks, type LeaseCollections, leaseKeyPaths } from './leased-locks.ts';
import type { TabLocks } from './tab-locks.ts';

// Not among the lab's own databases, which are saved and deleted with the student's work.
const NAME = 'lab-locks';
const GONE_KEY = 'lab-locks-gone';
const MOST_GONE = 100;

/** Locks of this page over a database of their own. Fails where the browser keeps nothing. */
export async function openLeasedLocks(): Promise<TabLocks> {
  const owner = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const database = await openIndexedDb<LeaseCollections>({
    ...{ name: NAME, keyPaths: leaseKeyPaths, upgrades: [addCollections({ leases: 'id' })] },
  });
  sayGoodbye(owner);
  return createLeasedLocks({
    database: patient(database),
    channel: new BroadcastChannel(NAME),
    owner,
    isGone: (other) => readGone().includes(other),
  });
}

/** Notes that this page is left: a database may not finish a write then, and the next page should not have to ask. */
function sayGoodbye(owner: string): void {
  addEventListener('pagehide', () => {
    browserTexts().setItem(GONE_KEY, [...readGone(), owner].slice(-MOST_GONE).join(' '));
  });
  // Taken out of the browser's store of pages: others may have what was this page's to edit.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

function readGone(): readonly string[] {
  return (browserTexts().getItem(GONE_KEY) ?? '').split(' ');
}

/** A page whose storage was taken away, which it tells by itself, waits for its locks for ever. */
function patient<C extends LeaseCollections>(database: Database<C>): Database<C> {
  const orNever = (error: unknown): Promise<never> => {
    if (error instanceof DatabaseClosedError) return new Promise(() => undefined);
    throw error;
  };
  return {
    read: (collections, run) => database.read(collections, run).catch(orNever),
    write: (collections, run, options) => database.write(collections, run, options).catch(orNever),
  };
}
