import { checkOptions } from '../../core/check-options.ts';
import { quote, ValueError } from '../../core/errors.ts';
import type { DatasetFiles } from '../../core/snapshots/dataset-manifest.ts';
import type { ImportMonthOptions } from '../../core/snapshots/import-month.ts';
import type { ImportTableOptions } from '../../core/snapshots/import-table.ts';
import type { LoadDatasetOptions } from '../../core/snapshots/load-dataset.ts';
import type { AsOf } from '../../core/snapshots/snapshot-store.ts';
import { TASK_OPTIONS } from '../../core/task.ts';
import { type AcceptedTable, toTable } from './accepted.ts';
import type { DanfoLoader } from './danfo.ts';
import { createValidator, type LabValidator } from './expectations.ts';
import type { LabEngine } from './lab-engine.ts';
import { LabTable } from './lab-table.ts';
import { type MonthFiles, toByteSources } from './month-files.ts';
import type { TaskContext } from './task-context.ts';

/** What `data` needs of the lab. */
export interface DataContext {
  readonly engine: Pick<LabEngine, 'snapshots'>;
  /** The shipped datasets by name. */
  readonly datasets: Readonly<Record<string, DatasetFiles>>;
  readonly danfo: DanfoLoader;
  readonly tasks: TaskContext;
}

/** Datasets, months and snapshots for cells. Months that come in move the clock on to the day after them. */
export function createData({ engine, datasets, danfo, tasks }: DataContext) {
  const { snapshots } = engine;
  return {
    /** Loads a shipped dataset; what is there already is left alone. */
    async load(name: string, options: LoadDatasetOptions = {}) {
      checkOptions('data.load', options, { optional: [...TASK_OPTIONS, 'onConflict'] });
      const isShipped = typeof name === 'string' && Object.hasOwn(datasets, name);
      const files = isShipped ? datasets[name] : undefined;
      if (files === undefined) {
        throw new ValueError(`no dataset ${quote(name)}`, `shipped: ${Object.keys(datasets).join(', ')}`);
      }
      return snapshots.loadDataset(files, tasks.withTask(options));
    },

    /** Imports one month of course-format files: whole, or not at all. */
    importMonth: async (files: MonthFiles, options: ImportMonthOptions) =>
      snapshots.importMonth(toByteSources(files), tasks.withTask(options)),

    /** Stores a table of any schema under `name`, in place of the one that has this name. */
    importTable: (name: string, table: AcceptedTable, options: ImportTableOptions) =>
      snapshots.importTable(name, toTable(table), options),

    tables: () => snapshots.listTables(),

    /** The rows of one table as of one instant, corrections applied. */
    snapshot: async (name: string, options: AsOf) =>
      new LabTable(await snapshots.readSnapshot(name, options), danfo),

    /** The customers of a month with `event_timestamp`: what features are joined to. */
    entityDf: async (options: AsOf) => new LabTable(await snapshots.entityTable(options), danfo),

    /** `user_id` and `churn_label` of a month's customers. */
    labels: async (options: AsOf) => new LabTable(await snapshots.labels(options), danfo),

    /** Great Expectations' checks on a table in any form. */
    expect: (table: AcceptedTable): LabValidator => createValidator(toTable(table)),
  };
}
