import { LabError } from '../../core/errors.ts';

/** A cell that cannot be read as JavaScript or TypeScript. Line and column count from 1, in the student's source. */
export class CellSyntaxError extends LabError {
  override readonly name = 'SyntaxError';
  readonly line: number;
  /** Null where types were stripped and the column is not known. */
  readonly column: number | null;

  constructor(
    message: string,
    hint: string,
    place: { readonly line: number; readonly column: number | null },
  ) {
    super(message, hint);
    this.line = place.line;
    this.column = place.column;
  }
}
