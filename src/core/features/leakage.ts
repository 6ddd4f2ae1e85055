import { quote, ValueError } from '../errors.ts';
import type { Problem } from '../problem.ts';
import { type Column, cellAt, isNull, type TimestampColumn } from '../table/column.ts';
import { columnOf, type Table } from '../table/table.ts';
import { positionsWhere } from '../table/take.ts';
import { toTimestampColumn } from '../table/timestamps.ts';
import type { HistoricalFeatures } from './historical-features.ts';
import { warnAboutRows } from './join-warnings.ts';
import type { JoinedView } from './joined-view.ts';
import { lacksTime } from './time-order.ts';

/** A training set to look through: the join it came from, and what its label is. */
export interface TrainingSet {
  readonly joined: HistoricalFeatures;
  readonly labelColumn: string;
  /** Columns the model will learn from; by default the joined features. */
  readonly featureColumns?: readonly string[];
  /** How long after a row's instant its label is settled, in milliseconds: 90 days for "leaves within 90 days". */
  readonly labelHorizonMs?: number;
  /** Column that says when each label was settled, in place of the horizon. */
  readonly labelKnownAtColumn?: string;
  /** The instant at which the model is trained, UTC milliseconds: labels settled later cannot be known yet. */
  readonly trainedAtMs?: number;
}

/**
 * What a training set knows that it could not have known: rows landed after the instant they are used at (stack
 * semantics P7), values from the future, the label among the features or equal to one, labels not settled yet;
 * and features that say nothing. One finding per view or column, with its first row. O(rows × columns).
 */
export function findLeakage(training: TrainingSet): readonly Problem[] {
  const { joined, labelColumn } = training;
  const label = columnOf(joined.table, labelColumn);
  const featureColumns =
    training.featureColumns ?? joined.views.flatMap(({ features }) => features.map(({ column }) => column));
  return [
    ...joined.views.flatMap((view) => findTimeTravel(joined, view)),
    ...featureColumns.flatMap((name) => checkFeature(joined.table, name, { labelColumn, label })),
    ...findUnsettledLabels(training),
  ];
}

function findTimeTravel(joined: HistoricalFeatures, { view, source, rows }: JoinedView): readonly Problem[] {
  const instants = toTimestampColumn(columnOf(joined.table, joined.timestampColumn), joined.timestampColumn);
  const isAfterInstant = (times: TimestampColumn, row: number): boolean => {
    const used = rows[row] as number;
    return used >= 0 && !lacksTime(times, used) && times.values[used]! > instants.values[row]!;
  };
  const { times, created } = source;
  const future = positionsWhere(rows.length, (row) => isAfterInstant(times, row));
  const landedLater = positionsWhere(rows.length, (row) => created !== null && isAfterInstant(created, row));
  return [
    ...asErrors(
      warnAboutRows(future, {
        code: 'value-from-the-future',
        message: `${future.length} rows use values of '${view.name}' that became true after their instant`,
        hint: 'join point-in-time, not on the latest row',
      }),
    ),
    ...warnAboutRows(landedLater, {
      code: 'landed-after-instant',
      message: `${landedLater.length} rows use rows of '${view.name}' that landed after their instant`,
      hint: 'these values were back-filled or corrected later: a prediction made then could not have seen them',
    }),
  ];
}

function checkFeature(
  table: Table,
  name: string,
  { labelColumn, label }: { readonly labelColumn: string; readonly label: Column },
): readonly Problem[] {
  if (name === labelColumn) {
    return [
      {
        severity: 'error',
        code: 'label-among-features',
        message: `the label '${name}' is among the features`,
        hint: 'take it out of the columns the model learns from',
        column: name,
      },
    ];
  }
  const column = columnOf(table, name);
  if (table.nRows < 2) return [];
  if (isConstant(column)) {
    return [
      {
        severity: 'warning',
        code: 'constant-feature',
        message: `feature '${name}' has the same value in every row`,
        hint: 'a model cannot learn from it; check how it was joined',
        column: name,
        value: cellAt(column, 0),
      },
    ];
  }
  if (!isSameAs(column, label)) return [];
  return [
    {
      severity: 'error',
      code: 'feature-equals-label',
      message: `feature '${name}' tells the label '${labelColumn}' in every row`,
      hint: 'find out where the feature comes from: it seems to be made from the label',
      column: name,
    },
  ];
}

function isConstant(column: Column): boolean {
  const first = comparable(column, 0);
  for (let row = 1; row < column.values.length; row++) if (comparable(column, row) !== first) return false;
  return true;
}

/** Equal row by row, or, for two columns of two values each, opposite row by row: that tells as much. */
function isSameAs(column: Column, label: Column): boolean {
  const counterpart = new Map<unknown, unknown>();
  for (let row = 0; row < column.values.length; row++) {
    const value = comparable(column, row);
    const wanted = comparable(label, row);
    if (!counterpart.has(value)) counterpart.set(value, wanted);
    if (counterpart.get(value) !== wanted) return false;
    if (counterpart.size > 2) break;
  }
  if (counterpart.size === 2) return new Set(counterpart.values()).size === 2;
  for (let row = 0; row < column.values.length; row++) {
    if (comparable(column, row) !== comparable(label, row)) return false;
  }
  return true;
}

/** A cell as a value that === compares; booleans as 0 and 1, so that they equal numbers. */
function comparable(column: Column, row: number): string | number | null {
  if (isNull(column, row)) return null;
  const value = column.values[row] as number;
  if (column.dtype === 'string') return column.dictionary[value] as string;
  return Number.isNaN(value) ? 'NaN' : value;
}

function findUnsettledLabels(training: TrainingSet): readonly Problem[] {
  const { joined, labelHorizonMs, labelKnownAtColumn, trainedAtMs } = training;
  if (labelHorizonMs === undefined && labelKnownAtColumn === undefined) return [];
  if (trainedAtMs === undefined) {
    throw new ValueError(
      `trainedAtMs is ${quote(trainedAtMs)}`,
      'say when the model is trained, to tell which labels were settled by then',
    );
  }
  const name = labelKnownAtColumn ?? joined.timestampColumn;
  const times = toTimestampColumn(columnOf(joined.table, name), name);
  const delay = labelKnownAtColumn === undefined ? (labelHorizonMs as number) : 0;
  const unsettled = positionsWhere(
    joined.table.nRows,
    (row) => lacksTime(times, row) || (times.values[row] as number) + delay > trainedAtMs,
  );
  return asErrors(
    warnAboutRows(unsettled, {
      code: 'label-not-settled',
      message: `${unsettled.length} rows have a label that was not settled when the model was trained`,
      hint: 'leave out the newest rows, or train later: their label may still change',
      column: training.labelColumn,
    }),
  );
}

function asErrors(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, severity: 'error' as const }));
}
