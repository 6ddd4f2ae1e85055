import type { DatasetFiles } from '../../core/snapshots/dataset-manifest.ts';
import type { ImportedMonth } from '../../core/snapshots/import-month.ts';
import type { TableSummary } from '../../core/snapshots/snapshot-store.ts';
import type { StoredSnapshot } from '../../core/snapshots/store-snapshots.ts';
import { readAllBytes } from '../../core/table/byte-source.ts';
import type { Table } from '../../core/table/table.ts';
import type { TaskOptions } from '../../core/task.ts';
import type { LabEngine } from '../lab-api/lab-engine.ts';
import type { RemoteChannel } from './channel.ts';
import { plainTable } from './remote-records.ts';

/** The stored tables over a channel. `nameOf` tells which shipped dataset is meant. */
export function createRemoteSnapshots(
  { call }: RemoteChannel,
  nameOf: (files: DatasetFiles) => string,
): LabEngine['snapshots'] {
  return {
    loadDataset: async (files, options = {}) => {
      const { task, plain } = splitTask(options);
      return (await call('snapshots.loadDataset', [nameOf(files), plain], task)) as readonly StoredSnapshot[];
    },
    importMonth: async (files, options) => {
      const contents = [];
      for (const file of files) contents.push({ name: file.name, bytes: await readAllBytes(file) });
      const { task, plain } = splitTask(options);
      return (await call('snapshots.importMonth', [contents, plain], task)) as ImportedMonth;
    },
    importTable: async (name, table, options) =>
      (await call('snapshots.importTable', [name, plainTable(table), options])) as
        | 'stored'
        | 'unchanged'
        | 'replaced',
    listTables: async () => (await call('snapshots.listTables', [])) as readonly TableSummary[],
    readSnapshot: async (name, options) => (await call('snapshots.readSnapshot', [name, options])) as Table,
    entityTable: async (options) => (await call('snapshots.entityTable', [options])) as Table,
    labels: async (options) => (await call('snapshots.labels', [options])) as Table,
  };
}

/** What crosses as messages of its own (progress, cancelling), and the plain rest. */
export function splitTask<O extends TaskOptions>(
  options: O,
): { readonly task: TaskOptions; readonly plain: Omit<O, keyof TaskOptions> } {
  if (typeof options !== 'object' || options === null) return { task: {}, plain: options };
  const { onProgress, signal, ...plain } = options;
  return { task: { onProgress, signal }, plain };
}
