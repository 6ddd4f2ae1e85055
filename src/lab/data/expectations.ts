import { courseSchema } from '../../core/snapshots/course-schema.ts';
import type { MonthSchema } from '../../core/snapshots/table-schema.ts';
import { expect } from '../../core/table/expectations/expect.ts';
import type { ColumnFindings, ExpectationResult } from '../../core/table/expectations/result.ts';
import type { Table } from '../../core/table/table.ts';

/** A check of a table, as it is written in the editor. */
export type Expectation =
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  | { readonly kind: 'not-null'; readonly column: string }
  | { readonly kind: 'unique'; readonly column: string }
  | {
      readonly kind: 'between';
      readonly column: string;
      readonly min: number | null;
      readonly max: number | null;
      /** The share of values that must pass; all where left out. */
      readonly mostly?: number;
    }
  | {
      readonly kind: 'in-set';
      readonly column: string;
      readonly values: readonly string[];
      readonly mostly?: number;
    };

/** What a check found. */
export interface ExpectationOutcome {
  readonly expectation: Expectation;
  /** null where the check could not be made; `error` says why. */
  readonly success: boolean | null;
  readonly nUnexpected: number;
  /** Of the values that were judged. */
  readonly unexpectedPercent: number | null;
  /** Positions of the rows that failed. */
  readonly rows: Int32Array;
  /** Columns that are missing or too many, where the columns themselves were checked. */
  readonly columns: readonly string[];
  readonly error: unknown;
}

const NO_ROWS = new Int32Array(0);

/** The checks the course makes of a table of its own; none for another table. */
export function courseExpectations(table: string, schema: MonthSchema = courseSchema): Expectation[] {
  const found = schema.tables.find(({ name }) => name === table);
  if (found === undefined) return [];
  const { columns, joinKeys } = found;
  const times = [schema.timestampField, schema.createdTimestampColumn];
  return [
    { kind: 'columns', columns: [...columns.map(({ name }) => name), ...times] },
    ...joinKeys.map((column): Expectation => ({ kind: 'not-null', column })),
    ...columns.flatMap(({ name, range, values }): Expectation[] => {
      if (range !== undefined) return [{ kind: 'between', column: name, min: range[0], max: range[1] }];
      return values === undefined ? [] : [{ kind: 'in-set', column: name, values }];
    }),
  ];
}

/** Makes one check. A column that is not there, or of another type, is told as `error`. */
export function checkExpectation(table: Table, expectation: Expectation): ExpectationOutcome {
  const nothing = { nUnexpected: 0, unexpectedPercent: null, rows: NO_ROWS, columns: [] };
  try {
    const { success, result } = validate(table, expectation);
    if ('observedValue' in result) {
      const { unexpected = [], missing = [] } = result.details?.mismatched ?? {};
      const columns = [...missing, ...unexpected];
      return { ...nothing, expectation, success, columns, nUnexpected: columns.length, error: null };
    }
    const { unexpectedCount, unexpectedPercent, unexpectedIndexList } = result as ColumnFindings;
    return {
      ...nothing,
      ...{ expectation, success, unexpectedPercent, error: null },
      nUnexpected: unexpectedCount,
      rows: unexpectedIndexList,
    };
  } catch (error) {
    return { ...nothing, expectation, success: null, error };
  }
}

function validate(table: Table, expectation: Expectation): ExpectationResult {
  const validator = expect(table);
  switch (expectation.kind) {
    case 'columns':
      return validator.expectTableColumnsToMatchSet(expectation.columns);
    case 'not-null':
      return validator.expectColumnValuesToNotBeNull(expectation.column);
    case 'unique':
      return validator.expectColumnValuesToBeUnique(expectation.column);
    case 'between': {
      const { column, min, max, mostly } = expectation;
      return validator.expectColumnValuesToBeBetween(column, {
        ...(min !== null && { minValue: min }),
        ...(max !== null && { maxValue: max }),
        ...(mostly !== undefined && { mostly }),
      });
    }
    case 'in-set': {
      const { column, values, mostly } = expectation;
      const cells = values.map((text) => toCell(table, column, text));
      return validator.expectColumnValuesToBeInSet(column, cells, mostly === undefined ? {} : { mostly });
    }
  }
}

/** A typed text as the column holds it. */
function toCell(table: Table, column: string, text: string): string | number | boolean {
  const dtype = table.columns.get(column)?.dtype;
  if (dtype === 'int64' || dtype === 'float64') return Number(text);
  return dtype === 'bool' ? /^true$/i.test(text) : text;
}
