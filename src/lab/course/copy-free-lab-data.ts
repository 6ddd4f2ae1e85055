import type { Database } from '../../core/database.ts';
import type { LabCollections } from '../../core/engine/collections.ts';

const COLLECTIONS = ['tables', 'snapshots', 'snapshotPayloads'] as const;

/** Copies all tables with all their months from one lab to an empty one, corrections too; nothing of the first changes. */
export async function copyFreeLabData(
  from: Database<LabCollections>,
  to: Database<LabCollections>,
): Promise<void> {
  const [tables, snapshots, payloads] = await from.read(COLLECTIONS, (transaction) =>
    Promise.all([
      transaction.getAll('tables'),
      transaction.getAll('snapshots'),
      transaction.getAll('snapshotPayloads'),
    ]),
  );
  await to.write(COLLECTIONS, async (transaction) => {
    for (const table of tables) await transaction.put('tables', table);
    for (const snapshot of snapshots) await transaction.put('snapshots', snapshot);
    for (const payload of payloads) await transaction.put('snapshotPayloads', payload);
  });
}
