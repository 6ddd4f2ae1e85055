import { quote, ValueError } from '../errors.ts';
import { ownMember } from '../own-member.ts';
import type { Column } from '../table/column.ts';
import { columnOf, type Table } from '../table/table.ts';
import { type ColumnKind, type Exclusion, inferColumnKind } from './column-kind.ts';
import { chooseDriftMethod, type DriftScore, scoreDrift } from './drift-method.ts';
import { checkDriftOptions, type DriftReportOptions } from './drift-report-options.ts';
import { countPairs } from './paired-counts.ts';

/** One compared column. `score` is a p-value or a distance, by `method`. */
export interface ColumnDrift extends DriftScore {
  readonly column: string;
  readonly kind: ColumnKind;
}

/** The comparison of a reference and a current table, column by column and as a whole. */
export interface DriftReport {
  readonly kind: 'drift-report';
  readonly version: 1;
  readonly nReference: number;
  readonly nCurrent: number;
  readonly columns: readonly ColumnDrift[];
  readonly excluded: readonly { readonly column: string; readonly reason: string }[];
  readonly nDrifted: number;
  /** Drifted columns divided by counted columns. */
  readonly share: number;
  readonly driftShare: number;
  readonly datasetDrift: boolean;
}

/**
 * Compares `current` with `reference` as Evidently 0.7.15's drift preset does (D1–D5). Text columns are excluded
 * with a reason: Evidently's score for them is random. O(n log n) per column.
 */
export function driftReport(reference: Table, current: Table, options: DriftReportOptions = {}): DriftReport {
  checkDriftOptions(reference, options);
  const columns: ColumnDrift[] = [];
  const excluded: { column: string; reason: string }[] = [];
  let nText = 0;
  for (const column of options.columns ?? reference.columns.keys()) {
    const kind = kindOf(column, columnOf(reference, column), options);
    if (typeof kind === 'string') {
      const pair = { reference: columnOf(reference, column), current: columnOf(current, column) };
      columns.push({ column, kind, ...compareColumn(column, pair, { ...options, kind }) });
    } else {
      excluded.push({ column, reason: kind.reason });
      if (kind.excluded === 'text') nText++;
    }
  }
  const nDrifted = columns.filter(({ drifted }) => drifted).length;
  const nCounted = columns.length + (options.countText === true ? nText : 0);
  if (nCounted === 0) throw new ValueError('no column to compare', 'name number or category columns');
  const share = nDrifted / nCounted;
  const driftShare = options.driftShare ?? 0.5;
  return {
    kind: 'drift-report',
    version: 1,
    nReference: reference.nRows,
    nCurrent: current.nRows,
    columns,
    excluded,
    nDrifted,
    share,
    driftShare,
    datasetDrift: share >= driftShare,
  };
}

function kindOf(name: string, column: Column, options: DriftReportOptions): ColumnKind | Exclusion {
  if (options.categorical?.includes(name)) return 'categorical';
  return options.numerical?.includes(name) ? 'numerical' : inferColumnKind(column);
}

function compareColumn(
  name: string,
  pair: { readonly reference: Column; readonly current: Column },
  options: DriftReportOptions & { readonly kind: ColumnKind },
): DriftScore {
  const { kind } = options;
  for (const [side, column] of Object.entries(pair)) checkComparable(name, column, { side, kind });
  const counts = countPairs(pair.reference, pair.current);
  checkNotEmpty(name, { reference: counts.nReference, current: counts.nCurrent });
  return scoreDrift(counts, own(options.methods, name) ?? chooseDriftMethod(kind, counts), {
    kind,
    wholeNumbers: [pair.reference, pair.current].every(({ dtype, nulls }) => dtype === 'int64' && !nulls),
    threshold: own(options.thresholds, name),
  });
}

function checkComparable(
  name: string,
  column: Column,
  { side, kind }: { readonly side: string; readonly kind: ColumnKind },
): void {
  if (kind === 'numerical' && column.dtype === 'string') {
    throw new ValueError(
      `column ${quote(name)} in the ${side} table holds text, not numbers`,
      'list it under categorical, or import it with a number type',
    );
  }
}

function checkNotEmpty(name: string, sizes: { readonly reference: number; readonly current: number }): void {
  for (const [side, size] of Object.entries(sizes)) {
    if (size > 0) continue;
    throw new ValueError(
      `column ${quote(name)} has no values in the ${side} table`,
      'drift needs values on both sides; leave the column out, or look why they are missing',
    );
  }
}

/** What is given for a column, which may be called as something that every object has. */
function own<T>(values: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return ownMember(values ?? {}, name);
}
