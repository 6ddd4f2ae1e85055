import { LabError } from '../errors.ts';
import type { Problem } from '../problem.ts';

/** Files that were not stored, with everything that is wrong with them. */
export class ImportError extends LabError {
  override readonly name = 'ImportError';
  readonly problems: readonly Problem[];

  constructor(what: string, problems: readonly Problem[]) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const files = [...new Set(errors.flatMap(({ file }) => file ?? []))];
    const where = files.length === 0 ? '' : ` in ${files.join(', ')}`;
    const [first] = errors;
    super(
      `${what} was not stored: ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}${where}; first: ${first?.message}`,
      first?.hint ?? 'see the problems',
    );
    this.problems = problems;
  }
}

/** How a table that is to be stored differs from what is stored for the same instant, counted by join key. */
export interface TableDifference {
  readonly table: string;
  readonly asOf: number;
  readonly nChanged: number;
  readonly nAdded: number;
  readonly nRemoved: number;
}

/** The month is stored already, with other rows; nothing was changed. */
export class MonthConflictError extends LabError {
  override readonly name = 'MonthConflictError';
  readonly differences: readonly TableDifference[];

  constructor(differences: readonly TableDifference[], hint: string) {
    const parts = differences.map(({ table, asOf, nChanged, nAdded, nRemoved }) => {
      const counts = [
        nChanged > 0 && `${nChanged} changed`,
        nAdded > 0 && `${nAdded} new`,
        nRemoved > 0 && `${nRemoved} missing`,
      ];
      return `${table} as of ${new Date(asOf).toISOString().slice(0, 10)} (${counts.filter(Boolean).join(', ')})`;
    });
    super(`other rows are stored already: ${parts.join(', ')}`, hint);
    this.differences = differences;
  }
}
