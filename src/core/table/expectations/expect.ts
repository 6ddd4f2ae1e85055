import type { Cell } from '../column.ts';
import type { Table } from '../table.ts';
import type { MapOptions } from './column-map.ts';
import { type BetweenOptions, columnValuesToBeBetween } from './column-values-to-be-between.ts';
import { columnValuesToBeInSet } from './column-values-to-be-in-set.ts';
import { columnValuesToBeUnique } from './column-values-to-be-unique.ts';
import { columnValuesToNotBeNull } from './column-values-to-not-be-null.ts';
import type { ExpectationResult } from './result.ts';
import { type MatchSetOptions, tableColumnsToMatchSet } from './table-columns-to-match-set.ts';
import type { Listed } from './to-list.ts';

/** The outcome of all checks made on a table. */
export interface ValidationResult {
  readonly success: boolean;
  readonly results: readonly ExpectationResult[];
  readonly statistics: {
    readonly evaluatedExpectations: number;
    readonly successfulExpectations: number;
    readonly unsuccessfulExpectations: number;
    readonly successPercent: number | null;
  };
}

/**
 * Starts checking `table`; mirrors Great Expectations 0.17 (`from_pandas`, checks, `validate`), stack
 * semantics Q1–Q2.
 */
export function expect(table: Table): Validator {
  return new Validator(table);
}

/** Checks a table at once, remembers each result, and sums them up in `validate()`. */
export class Validator {
  readonly #table: Table;
  readonly #results = new Map<string, ExpectationResult>();

  constructor(table: Table) {
    this.#table = table;
  }

  expectTableColumnsToMatchSet(columnSet: Listed<string>, options?: MatchSetOptions): ExpectationResult {
    return this.#keep(tableColumnsToMatchSet(this.#table, columnSet, options));
  }

  expectColumnValuesToNotBeNull(column: string, options?: MapOptions): ExpectationResult {
    return this.#keep(columnValuesToNotBeNull(this.#table, column, options));
  }

  expectColumnValuesToBeBetween(column: string, options?: BetweenOptions): ExpectationResult {
    return this.#keep(columnValuesToBeBetween(this.#table, column, options));
  }

  expectColumnValuesToBeInSet(
    column: string,
    valueSet: Listed<Cell>,
    options?: MapOptions,
  ): ExpectationResult {
    return this.#keep(columnValuesToBeInSet(this.#table, column, { valueSet, ...options }));
  }

  expectColumnValuesToBeUnique(column: string, options?: MapOptions): ExpectationResult {
    return this.#keep(columnValuesToBeUnique(this.#table, column, options));
  }

  /** Whether every check passed, and each result in the order in which the checks were first made. */
  validate(): ValidationResult {
    const results = [...this.#results.values()];
    const nSuccessful = results.filter((result) => result.success).length;
    return {
      success: nSuccessful === results.length,
      results,
      statistics: {
        evaluatedExpectations: results.length,
        successfulExpectations: nSuccessful,
        unsuccessfulExpectations: results.length - nSuccessful,
        successPercent: results.length === 0 ? null : (nSuccessful / results.length) * 100,
      },
    };
  }

  /** A check repeated on the same column takes the place of the earlier one, as in Great Expectations. */
  #keep(result: ExpectationResult): ExpectationResult {
    const { expectationType, kwargs } = result.expectationConfig;
    this.#results.set(`${expectationType} ${String(kwargs.column ?? '')}`, result);
    return result;
  }
}
