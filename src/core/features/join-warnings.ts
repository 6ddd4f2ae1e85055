import type { Problem } from '../problem.ts';
import { positionsWhere } from '../table/take.ts';
import type { FeatureViewDefinition } from './feature-view.ts';
import type { SourcedView } from './joined-view.ts';
import { type Matches, OUTCOMES } from './point-in-time-join.ts';
import { lacksTime } from './time-order.ts';

/** How many row numbers a warning lists; its message tells how many there are. */
const MAX_LISTED = 1000;

/** A warning about some rows: `row` is the first of them and `value` the first 1,000, all counted from 1. */
export function warnAboutRows(
  rows: Int32Array,
  warning: {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
    readonly column?: string;
  },
): readonly Problem[] {
  if (rows.length === 0) return [];
  const numbers = Array.from(rows.subarray(0, MAX_LISTED), (row) => row + 1);
  return [{ severity: 'warning', ...warning, row: numbers[0] as number, value: numbers }];
}

/** What is worth saying about how a view matched: ties (stack semantics P9), rows without features, lost times. */
export function warnAboutMatches(sourced: SourcedView, matches: Matches): readonly Problem[] {
  const { view, source } = sourced;
  const { name } = view;
  const tied = positionsWhere(matches.tied.length, (row) => matches.tied[row] === 1);
  const timeless =
    matches.nTimeless === 0
      ? new Int32Array(0)
      : positionsWhere(source.table.nRows, (row) => lacksTime(source.times, row));
  return [
    ...warnAboutRows(tied, {
      code: 'tied-feature-rows',
      message: `${tied.length} rows had several rows of '${name}' with the same key, event time and creation time`,
      hint: `the last one in source order was used; a SQL store would return them all. ${adviceOnTies(view)}`,
    }),
    ...unmatchedWarning(name, matches),
    ...warnAboutRows(timeless, {
      code: 'source-row-without-timestamp',
      message: `${timeless.length} rows of table '${view.source.table}' have no '${view.source.timestampField}'`,
      hint: 'a row that does not say when it was true is never used',
    }),
  ];
}

function adviceOnTies({ source }: FeatureViewDefinition): string {
  const advice = 'Remove the duplicates';
  return source.createdTimestampColumn === null ? `${advice}, or declare createdTimestampColumn` : advice;
}

function unmatchedWarning(view: string, { rows, outcomes }: Matches): readonly Problem[] {
  const unmatched = positionsWhere(rows.length, (row) => (rows[row] as number) < 0);
  const counts = OUTCOMES.map(() => 0);
  for (const row of unmatched) counts[outcomes[row] as number]! += 1;
  const [, unknown, future, expired] = counts;
  return warnAboutRows(unmatched, {
    code: 'rows-without-features',
    message:
      `${unmatched.length} rows have no features of '${view}': ${unknown} with an unknown key, ` +
      `${future} with rows of the future only, ${expired} with rows older than the ttl`,
    hint: 'their features are null; lineage(row) shows the nearest rows that were not used',
  });
}
