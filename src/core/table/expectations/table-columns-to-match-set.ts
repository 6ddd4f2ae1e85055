import type { Table } from '../table.ts';
import type { ExpectationResult } from './result.ts';
import { type Listed, toList } from './to-list.ts';

/** Options of `tableColumnsToMatchSet`. */
export interface MatchSetOptions {
  /** Whether further columns are an error; true when left out. */
  readonly exactMatch?: boolean;
}

/**
 * The table has the named columns, in any order and case-sensitive, and no others (Great Expectations 0.17,
 * Q1).
 */
export function tableColumnsToMatchSet(
  table: Table,
  listed: Listed<string>,
  options?: MatchSetOptions | null,
): ExpectationResult {
  const columnSet = toList(listed, 'columnSet');
  const present = [...table.columns.keys()];
  const missing = columnSet.filter((name) => !present.includes(name)).sort();
  const extra = present.filter((name) => !columnSet.includes(name)).sort();
  const { exactMatch = true } = options ?? {};
  const differs = missing.length > 0 || extra.length > 0;
  return {
    success: missing.length === 0 && (!exactMatch || extra.length === 0),
    expectationConfig: {
      expectationType: 'expect_table_columns_to_match_set',
      kwargs: { columnSet, ...options },
    },
    result: {
      observedValue: differs ? present.toSorted() : present,
      ...(differs && {
        details: {
          mismatched: {
            ...(extra.length > 0 && { unexpected: extra }),
            ...(missing.length > 0 && { missing }),
          },
        },
      }),
    },
  };
}
