import type { Database } from '../database.ts';
import type { LoggedRequest, RequestLogHead, ServingCollections } from './serving-collections.ts';

/** A request before it has its place in the log. */
export type NewRequest = Omit<LoggedRequest, 'sequence'>;

/** The requests that the API answered, oldest first; only the last ones are kept. */
export interface RequestLog {
  /** Queues a request; it is written in the background, so that no answer waits for the disk. */
  append(request: NewRequest): void;
  /** Resolves once everything appended so far is stored; throws what went wrong with storing it. */
  flush(): Promise<void>;
  /** The kept requests by sequence, after a flush. */
  list(): Promise<LoggedRequest[]>;
  /** The newest kept request, after a flush; null where there is none. O(1). */
  last(): Promise<LoggedRequest | null>;
  /** Forgets all requests; the next one still gets the next sequence. */
  clear(): Promise<void>;
}

/** Keeps the last `capacity` requests (10,000 by default) in the database, written in batches. */
export function createRequestLog(
  database: Database<ServingCollections>,
  { capacity = 10_000 }: { readonly capacity?: number } = {},
): RequestLog {
  let queue: NewRequest[] = [];
  let writing: Promise<void> | null = null;
  let failure: unknown = null;

  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue;
      queue = [];
      try {
        await writeBatch(database, batch, capacity);
      } catch (error) {
        failure = error;
      }
    }
    // In the same turn as the last look at the queue, so that no append falls in between.
    writing = null;
  };
  const flush = async (): Promise<void> => {
    while (writing !== null) await writing;
    if (failure === null) return;
    const error = failure;
    failure = null;
    throw error;
  };

  return {
    append(request) {
      queue.push(request);
      writing ??= drain();
    },
    flush,
    async list() {
      await flush();
      return database.read(['requestLog'], (transaction) => transaction.getAll('requestLog'));
    },
    async last() {
      await flush();
      return database.read(['requestLog', 'requestLogHead'], async (transaction) => {
        const { next } = (await transaction.get('requestLogHead', 'head')) ?? EMPTY;
        return (await transaction.get('requestLog', next - 1)) ?? null;
      });
    },
    async clear() {
      await flush();
      await database.write(['requestLog', 'requestLogHead'], async (transaction) => {
        const { next } = (await transaction.get('requestLogHead', 'head')) ?? EMPTY;
        await transaction.deleteAll('requestLog');
        await transaction.put('requestLogHead', { id: 'head', first: next, next });
      });
    },
  };
}

const EMPTY: RequestLogHead = { id: 'head', first: 1, next: 1 };

/** Sequences are given inside the transaction, so that two tabs never give the same one. */
async function writeBatch(
  database: Database<ServingCollections>,
  batch: readonly NewRequest[],
  capacity: number,
): Promise<void> {
  await database.write(['requestLog', 'requestLogHead'], async (transaction) => {
    let { first, next } = (await transaction.get('requestLogHead', 'head')) ?? EMPTY;
    // Asked for all at once and carried out in this order: waiting for each would make the transaction longer.
    const writes = batch.map((request) => transaction.put('requestLog', { ...request, sequence: next++ }));
    for (; next - first > capacity; first++) writes.push(transaction.delete('requestLog', first));
    writes.push(transaction.put('requestLogHead', { id: 'head', first, next }));
    await Promise.all(writes);
  });
}
