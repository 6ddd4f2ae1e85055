import { checkOptions } from '../check-options.ts';
import { quote, ValueError } from '../errors.ts';
import type { Problem } from '../problem.ts';
import type { Column } from '../table/column.ts';
import { createTable, type Table } from '../table/table.ts';
import { take, takeColumn } from '../table/take.ts';
import { type TaskOptions, throwIfCancelled } from '../task.ts';
import { checkEntityKeys, type EntityFrame, readEntityFrame } from './entity-frame.ts';
import { type FeatureRequest, type RequestedView, resolveFeatures } from './feature-reference.ts';
import { openSource, type TableReader } from './feature-source.ts';
import type { FeatureViewDefinition } from './feature-view.ts';
import type { JoinMode } from './join-mode.ts';
import { featureColumn, type JoinedView, type SourcedView } from './joined-view.ts';
import { labJoin } from './lab-join.ts';
import { explainRow, type FeatureLineage } from './lineage.ts';
import { localStoreJoin } from './local-store-join.ts';
import { naiveJoin } from './naive-join.ts';
import { sqlStoreJoin } from './sql-store-join.ts';

const MODES = {
  lab: labJoin,
  'local-store': localStoreJoin,
  'sql-store': sqlStoreJoin,
  naive: naiveJoin,
} satisfies Record<string, JoinMode>;

/** Whose rules to join by: the lab's, what Feast does on either kind of store (L6), or the join that leaks. */
export type JoinModeName = keyof typeof MODES;

/** Arguments of `getHistoricalFeatures`. */
export interface HistoricalFeaturesRequest extends TaskOptions {
  /** One row per entity and instant; all its columns come back. */
  readonly entityDf: Table;
  readonly features: readonly FeatureRequest[];
  /** Columns named `view__feature` instead of `feature` (stack semantics P20). */
  readonly fullFeatureNames?: boolean;
  readonly as?: JoinModeName;
}

/** A point-in-time join's result. Everything but `lineage` is computed. */
export interface HistoricalFeatures {
  /** The entity columns, then the features in the order asked for (P19). */
  readonly table: Table;
  readonly warnings: readonly Problem[];
  readonly timestampColumn: string;
  /** Per output row its entity row; the identity in the modes 'lab' and 'naive'. */
  readonly entityRows: Int32Array;
  readonly views: readonly JoinedView[];
  /** Where an output row's features came from, one entry per view. Row numbers count from 0. */
  lineage(rowIndex: number): readonly FeatureLineage[];
}

/** What a join needs of the feature store. */
export interface HistoricalFeaturesContext {
  readonly views: ReadonlyMap<string, FeatureViewDefinition>;
  readonly tables: TableReader;
}

/**
 * Joins features to entity rows as of their instants, by LAB-PIT (L1–L5) or another mode's rules (L6). The request
 * is checked whole before a table is read, each table is read once. O(entity rows + source rows) in mode 'lab'.
 */
export async function getHistoricalFeatures(
  context: HistoricalFeaturesContext,
  request: HistoricalFeaturesRequest,
): Promise<HistoricalFeatures> {
  checkOptions('store.getHistoricalFeatures', request, {
    required: ['entityDf'],
    optional: ['features', 'fullFeatureNames', 'as', 'onProgress', 'signal'],
  });
  const { fullFeatureNames = false, as = 'lab', onProgress, signal } = request;
  if (!Object.hasOwn(MODES, as)) {
    throw new ValueError(`there is no join mode ${quote(as)}`, `modes: ${Object.keys(MODES).join(', ')}`);
  }
  const join: JoinMode = MODES[as];
  const requested = resolveFeatures(request.features, context.views, fullFeatureNames);
  const frame = readEntityFrame(request.entityDf);
  for (const { view } of requested) checkEntityKeys(frame, view);
  if (as !== 'local-store') refuseClashes(frame, requested);

  const names = [...new Set(requested.map(({ view }) => view.source.table))];
  const tables = new Map<string, Table>();
  for (const [done, name] of names.entries()) {
    throwIfCancelled(signal, 'the join');
    onProgress?.({ done, total: names.length, unit: 'tables', label: name });
    tables.set(name, await context.tables.readTable(name));
  }
  throwIfCancelled(signal, 'the join');
  const views = requested.map(
    (entry): SourcedView => ({
      ...entry,
      source: openSource(entry.view, tables.get(entry.view.source.table) as Table),
    }),
  );
  const result = assemble(frame, views, join);
  onProgress?.({ done: names.length, total: names.length, unit: 'tables', label: 'join' });
  return result;
}

/** P22: an entity column that has the name of a requested feature would hide it. */
function refuseClashes({ table }: EntityFrame, requested: readonly RequestedView[]): void {
  for (const { view, features } of requested) {
    const clash = features.find(({ column }) => table.columns.has(column));
    if (clash === undefined) continue;
    throw new ValueError(
      `entityDf already has a column ${quote(clash.column)}, which feature view ${quote(view.name)} would add`,
      'drop or rename that column of entityDf, or set fullFeatureNames: true',
    );
  }
}

function assemble(frame: EntityFrame, views: readonly SourcedView[], join: JoinMode): HistoricalFeatures {
  const plan = join(frame, views);
  const joined = views.map(
    (view, i): JoinedView => ({ ...view, ...(plan.views[i] as (typeof plan.views)[number]) }),
  );
  const columns = new Map<string, Column>(rowsOf(frame.table, plan.entityRows).columns);
  for (const view of joined) {
    for (const feature of view.features) {
      // P22 on the local store: the entity's own column keeps its name.
      const name = columns.has(feature.column) ? `${feature.column}__` : feature.column;
      columns.set(name, takeColumn(featureColumn(view, feature), view.rows));
    }
  }
  const { entityRows } = plan;
  return {
    table: createTable(columns),
    warnings: [...timestampNotice(frame), ...plan.warnings],
    timestampColumn: frame.timestampColumn,
    entityRows,
    views: joined,
    lineage: (rowIndex) => explainRow({ frame, views: joined, entityRows }, rowIndex),
  };
}

function rowsOf(table: Table, rows: Int32Array): Table {
  const isWhole = rows.length === table.nRows && rows.every((row, i) => row === i);
  return isWhole ? table : take(table, rows);
}

/** P29: Feast prints which column it took for the instant; so do we, as a warning. */
function timestampNotice({ timestampColumn }: EntityFrame): readonly Problem[] {
  if (timestampColumn === 'event_timestamp') return [];
  return [
    {
      severity: 'warning',
      code: 'inferred-event-timestamp',
      message: `column '${timestampColumn}' is taken for the instant of each row`,
      hint: "name it 'event_timestamp' to be explicit",
      column: timestampColumn,
    },
  ];
}
