import type { ErrorOutput, SourcePlace } from '../notebook/document/output.ts';
import { errorText } from '../notebook/document/output-text.ts';
import { toErrorOutput } from '../notebook/kernel/error-output.ts';

/** An error of a script as the runner prints it: name and message, the hint, and where in the script it arose. */
export function describeError(error: ErrorOutput, nameOf: (place: SourcePlace) => string): string {
  const [place] = error.places;
  return place === undefined
    ? errorText(error)
    : `${errorText(error)}\n    at ${nameOf(place)}${lineAndColumn(place)}`;
}

/** What failed outside a cell, such as a command line that cannot be read. */
export function describeFailure(error: unknown): string {
  return errorText(toErrorOutput(error, () => null));
}

function lineAndColumn({ line, column }: SourcePlace): string {
  return column === null ? `:${line}` : `:${line}:${column}`;
}
