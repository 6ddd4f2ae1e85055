import { days } from '../../core/features/durations.ts';
import type { HistoricalFeatures, JoinModeName } from '../../core/features/historical-features.ts';
import { indexKeys } from '../../core/features/key-index.ts';
import { findLeakage } from '../../core/features/leakage.ts';
import type { Problem } from '../../core/problem.ts';
import type { Column, Dtype } from '../../core/table/column.ts';
import { writeCsv } from '../../core/table/csv/write-csv.ts';
import { withColumn } from '../../core/table/select.ts';
import { columnOf, type Table } from '../../core/table/table.ts';
import { takeColumn } from '../../core/table/take.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { CUSTOMER_KEY } from './read-customer.ts';

/** The course's label says who leaves within 90 days: it is settled only then. */
const LABEL_HORIZON_MS = days(90);

/** What a training set is made from. */
export interface TrainingSetSpec {
  /** The month whose customers are the rows, as of its end. */
  readonly asOf: string;
  readonly features: readonly string[];
  /** The month that the labels are taken from; null for none. */
  readonly labels: string | null;
  readonly mode: JoinModeName;
}

/** A column of a training set at a glance; `view` is null for key, instant and label. */
export interface TrainingColumn {
  readonly name: string;
  readonly view: string | null;
  readonly dtype: Dtype;
  readonly nNulls: number;
}

/** How many rows each class has. */
export interface ClassBalance {
  readonly column: string;
  readonly nPositive: number;
  readonly nNegative: number;
  readonly nMissing: number;
}

/** A training set with what is worth knowing before a model is fitted to it. */
export interface BuiltTrainingSet {
  readonly spec: TrainingSetSpec;
  readonly joined: HistoricalFeatures;
  readonly columns: readonly TrainingColumn[];
  /** Null without labels. */
  readonly balance: ClassBalance | null;
  readonly warnings: readonly Problem[];
  /** Leakage findings; null where there is no label to look at. */
  readonly findings: readonly Problem[] | null;
}

/** Joins the features of a month's customers, with the label as one of the entity columns, and looks for leaks. */
export async function buildTrainingSet(
  { engine }: Pick<Workspace, 'engine'>,
  spec: TrainingSetSpec,
): Promise<BuiltTrainingSet> {
  const { asOf, features, labels, mode } = spec;
  const entities = await engine.snapshots.entityTable({ asOf });
  const label = labels === null ? null : labelFor(entities, await engine.snapshots.labels({ asOf: labels }));
  const joined = await engine.features.getHistoricalFeatures({
    entityDf: label === null ? entities : withColumn(entities, label.name, label.column),
    features,
    as: mode,
  });
  const viewOf = new Map(
    joined.views.flatMap(({ view, features: asked }) => asked.map(({ column }) => [column, view.name])),
  );
  return {
    spec,
    joined,
    columns: [...joined.table.columns].map(([name, column]) => ({
      name,
      view: viewOf.get(name) ?? null,
      dtype: column.dtype,
      nNulls: countNulls(column),
    })),
    balance: label === null ? null : balanceOf(label.name, columnOf(joined.table, label.name)),
    warnings: joined.warnings,
    findings:
      label === null
        ? null
        : findLeakage({
            joined,
            labelColumn: label.name,
            labelHorizonMs: LABEL_HORIZON_MS,
            trainedAtMs: engine.time.clock.now(),
          }),
  };
}

/** The views whose values in a row became true after the row's own instant. */
export function leakingViews({ joined }: BuiltTrainingSet, row: number): ReadonlySet<string> {
  const instants = columnOf(joined.table, joined.timestampColumn).values;
  const leaking = joined.views.filter(({ rows, source }) => {
    const used = rows[row] as number;
    return used >= 0 && (source.times.values[used] as number) > (instants[row] as number);
  });
  return new Set(leaking.map(({ view }) => view.name));
}

/** The training set as CSV text, in parts. */
export function trainingSetCsv({ joined }: BuiltTrainingSet): string[] {
  return [...writeCsv(joined.table)];
}

/** The label of each entity row by its key; null for customers that have none. */
function labelFor(entities: Table, labels: Table): { readonly name: string; readonly column: Column } | null {
  const name = [...labels.columns.keys()].find((column) => column !== CUSTOMER_KEY);
  if (name === undefined) return null;
  const index = indexKeys([columnOf(labels, CUSTOMER_KEY)], labels.nRows);
  const rowOfKey = new Int32Array(index.nKeys);
  for (let row = 0; row < labels.nRows; row++) rowOfKey[index.ids[row] as number] = row;
  const keys = index.find([columnOf(entities, CUSTOMER_KEY)], entities.nRows);
  const positions = keys.map((key) => (key < 0 ? -1 : (rowOfKey[key] as number)));
  return { name, column: takeColumn(columnOf(labels, name), positions) };
}

function countNulls({ nulls }: Column): number {
  return nulls === null ? 0 : nulls.reduce((sum, flag) => sum + flag, 0);
}

function balanceOf(name: string, column: Column): ClassBalance {
  const nMissing = countNulls(column);
  let nPositive = 0;
  for (let row = 0; row < column.values.length; row++) {
    if (column.nulls?.[row] !== 1 && column.values[row] === 1) nPositive++;
  }
  return { column: name, nPositive, nNegative: column.values.length - nMissing - nPositive, nMissing };
}
