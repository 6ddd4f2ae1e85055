import type { Database } from '../../core/database.ts';
import type { LabCollections } from '../../core/engine/collections.ts';
import type { RunRecord } from '../../core/tracking/collections.ts';
import { usableLocks } from './usable-locks.ts';

/**
 * The database, which holds a lock for every run that this page or worker has put as RUNNING, until it puts the run's
 * end. It is let go of where the page dies, however it does: a run without one is nobody's any more.
 */
export function holdRuns(database: Database<LabCollections>, name: string): Database<LabCollections> {
  const held = new Map<string, () => void>();
  const hold = (runId: string): void => {
    if (held.has(runId)) return;
    const ended = new Promise<void>((resolve) => held.set(runId, resolve));
    void usableLocks().then((locks) =>
      locks?.request(lockName(name, runId), { mode: 'shared' }, () => ended),
    );
  };
  const letGo = (runId: string): void => {
    held.get(runId)?.();
    held.delete(runId);
  };
  return {
    read: (collections, run) => database.read(collections, run),
    async write(collections, run, options) {
      const ended: string[] = [];
      const result = await database.write(
        collections,
        (transaction) =>
          run({
            ...transaction,
            put(collection, record) {
              if (collection === 'runs') {
                const { runId, status } = record as RunRecord;
                // Before it is stored, so that no other tab can take it for nobody's.
                if (status === 'RUNNING') hold(runId);
                else ended.push(runId);
              }
              return transaction.put(collection, record);
            },
          }),
        options,
      );
      for (const runId of ended) letGo(runId);
      return result;
    },
  };
}

/** Which of the runs of a database some tab or worker works on; none where nothing is kept. */
export async function heldRuns(name: string, runIds: readonly string[]): Promise<ReadonlySet<string>> {
  // Asking may take seconds where a page does not answer.
  if (runIds.length === 0) return new Set();
  const locks = await usableLocks();
  const { held = [], pending = [] } = (await locks?.query()) ?? {};
  const names = new Set([...held, ...pending].map((lock) => lock.name));
  return new Set(runIds.filter((runId) => names.has(lockName(name, runId))));
}

function lockName(database: string, runId: string): string {
  return `${database} run ${runId}`;
}
