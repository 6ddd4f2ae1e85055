import { quote, TypeMismatchError, ValueError } from '../errors.ts';
import { columnOf, type Table } from '../table/table.ts';
import type { DriftMethod } from './drift-method.ts';

/** What a drift report may be told. */
export interface DriftReportOptions {
  /** The columns to compare, in this order; by default all of the reference. */
  readonly columns?: readonly string[];
  /** Declared kinds; the other columns are taken for what Evidently infers from the reference. */
  readonly numerical?: readonly string[];
  readonly categorical?: readonly string[];
  /** Per column another method or threshold than the default. */
  readonly methods?: Readonly<Record<string, DriftMethod>>;
  readonly thresholds?: Readonly<Record<string, number>>;
  /** The share of drifted columns from which the whole dataset counts as drifted; 0.5 by default. */
  readonly driftShare?: number;
  /** Whether text columns stand in the share's denominator, as Evidently's undeclared columns do; false by default. */
  readonly countText?: boolean;
}

/**
 * Refuses options that would be passed over: a `TypeError` for one of another form, a `KeyError` for a column that the
 * reference has not, a `ValueError` for a share or a threshold that is none.
 */
export function checkDriftOptions(reference: Table, options: DriftReportOptions): void {
  for (const name of ['columns', 'numerical', 'categorical'] as const) {
    for (const column of requireList(name, options[name] ?? [])) columnOf(reference, column);
  }
  for (const name of ['methods', 'thresholds'] as const) {
    for (const column of Object.keys(requireObject(name, options[name] ?? {}))) columnOf(reference, column);
  }
  for (const [column, threshold] of Object.entries(options.thresholds ?? {})) {
    if (typeof threshold === 'number' && threshold >= 0) continue;
    throw new ValueError(
      `the threshold of ${quote(column)} is ${quote(threshold)}`,
      'give a number from 0 on',
    );
  }
  const { driftShare = 0.5 } = options;
  if (typeof driftShare === 'number' && driftShare >= 0 && driftShare <= 1) return;
  throw new ValueError(`driftShare is ${quote(driftShare)}`, 'give a share from 0 to 1');
}

function requireList(name: string, value: unknown): readonly string[] {
  if (Array.isArray(value)) return value;
  throw new TypeMismatchError(
    `${name} is ${quote(value)}`,
    "give a list of columns, for example ['monthly_fee']",
  );
}

function requireObject(name: string, value: unknown): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new TypeMismatchError(
    `${name} is ${quote(value)}`,
    'give an object, column to value: { monthly_fee: … }',
  );
}
