import { KeyError } from '../../core/errors.ts';
import { tableDigest } from '../../core/table/table-digest.ts';
import type { LabApi } from '../../notebook/lab-api/lab-api.ts';
import type { LabTable } from '../../notebook/lab-api/lab-table.ts';
import { SpecificationError } from './check-specification.ts';
import { type ColumnPlan, planColumns } from './column-plan.ts';
import type { RunSpecification } from './run-specification.ts';

/** What is learnt from: one row per customer, features as of one instant, and whether the customer left. */
export interface TrainingSet {
  readonly features: LabTable;
  readonly labels: readonly number[];
  readonly plan: ColumnPlan;
  /** What the join warns of. */
  readonly warnings: readonly string[];
}

/** Joins a month's customers with their features as of that month, and puts their labels beside them. */
export async function readTrainingSet(
  lab: LabApi,
  { asOf, features }: Pick<RunSpecification, 'asOf' | 'features'>,
): Promise<TrainingSet> {
  const entityDf = await lab.data.entityDf({ asOf });
  const job = await lab.store.getHistoricalFeatures({ entityDf, features });
  const X = job.drop([...entityDf.columns.keys()]);
  const [key = 'user_id'] = [...entityDf.columns.keys()];
  const labels = await lab.data.labels({ asOf });
  const [label] = [...labels.columns.keys()].filter((name) => name !== key);
  if (label === undefined)
    throw new KeyError('the labels have no column beside the key', 'import them again');
  const keys = labels.column(key);
  const values = labels.column(label);
  const labelOf = new Map(keys.map((value, row) => [value, values[row]]));
  const y = job.column(key).map((value) => Number(labelOf.get(value) ?? 0));
  if (new Set(y).size < 2) {
    throw new SpecificationError(
      `all ${y.length} customers of ${asOf} have the same label`,
      'take an earlier month: of the last ones it is not known yet who leaves',
    );
  }
  return {
    features: X,
    labels: y,
    plan: planColumns(X),
    warnings: job.warnings.map(({ message }) => message),
  };
}

/** Which tables a run read, each with the SHA-256 of its rows as of the run's instant. */
export async function lineageOf(
  lab: LabApi,
  { asOf, features }: Pick<RunSpecification, 'asOf' | 'features'>,
): Promise<Readonly<Record<string, string>>> {
  const views = new Set(features.map((reference) => reference.split(':')[0] as string));
  const definitions = await Promise.all([...views].map((name) => lab.store.getFeatureView(name)));
  const names = new Set(['users', 'labels', ...definitions.map(({ source }) => source.table)]);
  const stored = new Map((await lab.data.tables()).map((table) => [table.name, table]));
  const digests = [...names].sort().map(async (name) => {
    const table = stored.get(name);
    const hasSnapshot = table?.asOf.includes(asOf) ?? false;
    const digest = hasSnapshot
      ? tableDigest(await lab.data.snapshot(name, { asOf }))
      : (table?.digest ?? 'not stored');
    return [name, digest] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}
