import type { ErrorOutput, SourcePlace } from '../notebook/document/output.ts';
import { errorText } from '../notebook/document/output-text.ts';
import { toErrorOutput } from '../notebook/kernel/error-output.ts';

/** An error as the runner prints it: name and message, the hint, and where in the student's source it arose. */
export function describeError(error: ErrorOutput, describePlace: (place: SourcePlace) => string): string {
  const [place] = error.places;
  return place === undefined ? errorText(error) : `${errorText(error)}\n    at ${describePlace(place)}`;
}

/** A place in a script, as compilers write it and editors follow it. */
export function placeInFile(file: string, { line, column }: SourcePlace): string {
  return column === null ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** What failed outside a cell, such as a command line that cannot be read. */
export function describeFailure(error: unknown): string {
  return errorText(toErrorOutput(error, () => null));
}
