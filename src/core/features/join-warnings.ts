import type { Problem } from '../problem.ts';
import type { SourcedView } from './joined-view.ts';
import { type Matches, OUTCOMES } from './point-in-time-join.ts';
import { lacksTime } from './time-order.ts';

/** A warning about some rows: `row` is the first of them and `value` their numbers, all counted from 1. */
export function warnAboutRows(
  rows: readonly number[],
  warning: {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
    readonly column?: string;
  },
): readonly Problem[] {
  if (rows.length === 0) return [];
  const numbers = rows.map((row) => row + 1);
  return [{ severity: 'warning', ...warning, row: numbers[0] as number, value: numbers }];
}

/** What is worth saying about how a view matched: ties (stack semantics P9), rows without features, lost times. */
export function warnAboutMatches(sourced: SourcedView, matches: Matches): readonly Problem[] {
  const { view, source } = sourced;
  const { name } = view;
  const tied = rowsWhere(matches.tied, 1);
  const timeless = Array.from({ length: source.table.nRows }, (_, row) => row).filter((row) =>
    lacksTime(source.times, row),
  );
  return [
    ...warnAboutRows(tied, {
      code: 'tied-feature-rows',
      message: `${tied.length} rows had several rows of '${name}' with the same key, event time and creation time`,
      hint: 'the last one in source order was used; a SQL store would return them all. Remove the duplicates, or declare createdTimestampColumn',
    }),
    ...unmatchedWarning(name, matches),
    ...warnAboutRows(timeless, {
      code: 'source-row-without-timestamp',
      message: `${timeless.length} rows of table '${view.source.table}' have no '${view.source.timestampField}'`,
      hint: 'a row that does not say when it was true is never used',
    }),
  ];
}

function unmatchedWarning(view: string, { outcomes }: Matches): readonly Problem[] {
  const counts = OUTCOMES.map((_, code) => rowsWhere(outcomes, code));
  const [, unknown = [], future = [], expired = []] = counts;
  const unmatched = [...unknown, ...future, ...expired].sort((a, b) => a - b);
  return warnAboutRows(unmatched, {
    code: 'rows-without-features',
    message:
      `${unmatched.length} rows have no features of '${view}': ${unknown.length} with an unknown key, ` +
      `${future.length} with rows of the future only, ${expired.length} with rows older than the ttl`,
    hint: 'their features are null; lineage(row) shows the nearest rows that were not used',
  });
}

function rowsWhere(codes: Uint8Array, code: number): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < codes.length; row++) if (codes[row] === code) rows.push(row);
  return rows;
}
