/**
 * An expected finding about the user's input, returned rather than thrown, so that all of them can be shown
 * at once. `row` counts data rows from 1, as a spreadsheet without its header does.
 */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Stable kebab-case name of the rule, e.g. 'unknown-column'. */
  readonly code: string;
  /** Short lower-case fact with the offending value. */
  readonly message: string;
  /** What the reader can do about it. */
  readonly hint: string;
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: unknown;
}
