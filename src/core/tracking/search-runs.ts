import { checkOptions } from '../check-options.ts';
import { compareCodePoints } from '../compare-code-points.ts';
import { quote } from '../errors.ts';
import type { LifecycleStage, RunRecord } from './collections.ts';
import { compareValues } from './compare-values.ts';
import type { TrackingContext } from './context.ts';
import { allExperiments } from './experiments.ts';
import { type Comparison, type FilterValue, parseFilter } from './filter-grammar.ts';
import { invalidParameter, MlflowException } from './mlflow-exception.ts';
import { parseOrder } from './order-by.ts';
import { type Run, toRun } from './run.ts';
import { type Field, fieldOf, isNumberField, toField } from './run-fields.ts';
import { RUN_NAME_TAG } from './runs.ts';

/** What to search; all parts are optional. */
export interface SearchRunsOptions {
  /** Experiments to search, by name; unknown names are passed over. */
  readonly experimentNames?: readonly string[] | undefined;
  readonly experimentIds?: readonly string[] | undefined;
  /** Comparisons joined by AND, e.g. "metrics.auc > 0.8 AND params.depth = '5'". */
  readonly filterString?: string | undefined;
  /** e.g. ['metrics.auc DESC', 'start_time']. Then by start time, newest first, then run id. */
  readonly orderBy?: readonly string[] | undefined;
  readonly maxResults?: number | undefined;
  readonly runViewType?: 'ACTIVE_ONLY' | 'DELETED_ONLY' | 'ALL' | undefined;
}

const SEARCH_OPTIONS = [
  'experimentNames',
  'experimentIds',
  'filterString',
  'orderBy',
  'maxResults',
  'runViewType',
];

const STAGES: Readonly<Record<string, readonly LifecycleStage[]>> = {
  ACTIVE_ONLY: ['active'],
  DELETED_ONLY: ['deleted'],
  ALL: ['active', 'deleted'],
};

const NUMBER_COMPARATORS = ['>', '>=', '!=', '=', '<', '<='];
const TEXT_COMPARATORS = ['!=', '=', 'LIKE', 'ILIKE'];

/** Searching runs with MLflow's filter and order language, as its SQL store answers. O(stored runs). */
export function searchOperations({ database }: TrackingContext) {
  return {
    async searchRuns(options?: SearchRunsOptions): Promise<Run[]> {
      const given = checkOptions('searchRuns', options, { optional: SEARCH_OPTIONS });
      const filterString = given.filterString ?? '';
      const orderBy = given.orderBy ?? [];
      const maxResults = given.maxResults ?? 100_000;
      const runViewType = given.runViewType ?? 'ACTIVE_ONLY';
      const names = requireList(given.experimentNames, 'experimentNames');
      const ids = new Set(requireList(given.experimentIds, 'experimentIds'));
      if (!Number.isInteger(maxResults) || maxResults < 1) {
        throw invalidParameter(`invalid maxResults: ${quote(maxResults)}`, 'give a whole number from 1 on');
      }
      const stages = Object.hasOwn(STAGES, runViewType) ? STAGES[runViewType] : undefined;
      if (stages === undefined) {
        throw invalidParameter(
          `invalid runViewType: ${quote(runViewType)}`,
          `use one of ${Object.keys(STAGES).join(', ')}`,
        );
      }
      // In MLflow's order, so that of several errors the same one is told.
      const conditions = parseFilter(filterString).map(toCondition);
      const order = toOrder(orderBy);
      const matches = conditions.map(toPredicate);
      const { experiments, runs } = await database.read(['experiments', 'runs'], async (transaction) => ({
        experiments: await allExperiments(transaction),
        runs: await transaction.getAll('runs'),
      }));
      for (const experiment of experiments) {
        if (names.includes(experiment.name)) ids.add(experiment.experimentId);
      }
      return runs
        .filter((run) => ids.has(run.experimentId) && stages.includes(run.lifecycleStage))
        .filter((run) => matches.every((match) => match(run)))
        .sort(order)
        .slice(0, maxResults)
        .map(toRun);
    },
  };
}

function requireList(value: readonly string[] | null | undefined, name: string): readonly string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  throw invalidParameter(`${name} is ${quote(value)}`, `give a list: { ${name}: [...] }`);
}

/** A comparison of a known field with a value of its type. */
interface Condition {
  readonly field: Field;
  readonly comparator: string;
  readonly value: FilterValue['value'];
}

function toCondition({ entity, key, comparator, value }: Comparison): Condition {
  const field = toField(entity ?? 'attribute', key);
  if (value.kind === 'list' && (field.entity !== 'attribute' || field.key !== 'run_id')) {
    throw invalidParameter(
      `${field.entity} ${quote(key)} cannot be compared with a list`,
      'only attributes.run_id can; write one comparison per value otherwise',
    );
  }
  if (isNumberField(field) !== (value.kind === 'number')) {
    throw invalidParameter(
      `${field.entity} ${quote(key)} is compared with ${quote(value.value)}`,
      isNumberField(field)
        ? 'give a number without quotes'
        : `give a text in single quotes, e.g. '${value.value}'`,
    );
  }
  return { field, comparator, value: value.value };
}

function toPredicate({ field, comparator, value }: Condition): (run: RunRecord) => boolean {
  const allowed = comparatorsOf(field);
  if (!allowed.includes(comparator)) {
    throw invalidParameter(
      `comparator ${quote(comparator)} does not work for ${field.entity} ${quote(field.key)}`,
      `use one of ${allowed.join(' ')}`,
    );
  }
  return (run) => {
    // The SQL store looks a run's name up among its tags.
    const isName = field.entity === 'attribute' && field.key === 'run_name';
    const left = isName ? run.tags.get(RUN_NAME_TAG) : fieldOf(run, field);
    return left !== null && left !== undefined && compareValues(left, comparator, value);
  };
}

function comparatorsOf(field: Field): readonly string[] {
  if (isNumberField(field)) return NUMBER_COMPARATORS;
  return field.entity === 'attribute' ? [...TEXT_COMPARATORS, 'IN', 'NOT IN'] : TEXT_COMPARATORS;
}

type RunOrder = (a: RunRecord, b: RunRecord) => number;

function toOrder(orderBy: readonly string[]): RunOrder {
  const orders = parseOrder(orderBy).map(({ entity, key, ascending }) => ({
    field: toField(entity ?? 'attribute', key),
    ascending,
  }));
  const names = orders.map(({ field }) => `${field.entity}.${field.key}`);
  if (new Set(names).size < names.length) {
    throw new MlflowException(`orderBy names a field twice: ${quote(orderBy)}`, 'name every field once');
  }
  return (a, b) => {
    for (const { field, ascending } of orders) {
      const order =
        presence(a, field) - presence(b, field) || compareField(a, b, field) * (ascending ? 1 : -1);
      if (order !== 0) return order;
    }
    return b.startTime - a.startTime || compareCodePoints(a.runId, b.runId);
  };
}

/** NaN stands after all numbers and a missing value last, in either direction. */
function presence(run: RunRecord, field: Field): number {
  const value = fieldOf(run, field);
  if (value === undefined || value === null) return 2;
  return field.entity === 'metric' && run.metrics.get(field.key)?.isNan === 1 ? 1 : 0;
}

function compareField(a: RunRecord, b: RunRecord, field: Field): number {
  const [left, right] = [fieldOf(a, field) ?? 0, fieldOf(b, field) ?? 0];
  if (typeof left === 'string' && typeof right === 'string') return compareCodePoints(left, right);
  return Number(left) - Number(right);
}
