import type { Cell } from '../column.ts';

/**
 * Which check was made and with what. Names are those of Great Expectations 0.17; keyword arguments in
 * camelCase.
 */
export interface ExpectationConfig {
  readonly expectationType: string;
  readonly kwargs: Readonly<Record<string, unknown>>;
}

/** What a check of a column's values found; Great Expectations' fields, in camelCase. */
export interface ColumnFindings {
  readonly elementCount: number;
  readonly missingCount: number;
  readonly missingPercent: number | null;
  readonly unexpectedCount: number;
  /**
   * Of the values that are not missing (of all, where missing itself is what is looked for); null of none.
   */
  readonly unexpectedPercent: number | null;
  readonly unexpectedPercentTotal: number | null;
  /** Of the values that are not missing; null of none. */
  readonly unexpectedPercentNonmissing: number | null;
  /** The first 20 unexpected values; none where missing itself is what is looked for. */
  readonly partialUnexpectedList: readonly Cell[];
  /** Positions of all unexpected rows, counted from 0. */
  readonly unexpectedIndexList: Int32Array;
}

/** What a check of the set of columns found. */
export interface ColumnSetFindings {
  /** In the table's order, sorted where the sets differ. */
  readonly observedValue: readonly string[];
  /** Only where the sets differ. */
  readonly details?: {
    readonly mismatched: { readonly unexpected?: readonly string[]; readonly missing?: readonly string[] };
  };
}

/** The outcome of one check. */
export interface ExpectationResult {
  readonly success: boolean;
  readonly expectationConfig: ExpectationConfig;
  readonly result: ColumnFindings | ColumnSetFindings;
}
