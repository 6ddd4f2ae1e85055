import { quote } from '../../core/errors.ts';
import type { CellSyntaxError } from '../cell/cell-syntax-error.ts';
import { studentNames } from '../cell/names-in-code.ts';
import type { SourcePosition } from '../cell/source-position.ts';
import type { ErrorOutput, SourcePlace } from '../document/output.ts';
import { framesOf } from './stack-frames.ts';
import { isInstance } from './values/is-instance.ts';
import { cut, previewOf, readText } from './values/preview.ts';

/** Finds the place in a cell's source for a place in a program that was run; null for programs of others. */
export type Locate = (program: string, position: SourcePosition) => SourcePlace | null;

const MESSAGE_LENGTH = 10_000;

/** More places than this say nothing new: a runaway recursion has thousands. */
const N_PLACES = 12;

/** Whatever was thrown as what the student reads: name, message, hint, and places in the student's own source. */
export function toErrorOutput(error: unknown, locate: Locate): ErrorOutput {
  if (!isErrorLike(error)) {
    const message = typeof error === 'string' ? cut(error, MESSAGE_LENGTH) : previewOf(error);
    return { kind: 'error', name: 'uncaught', message, hint: null, places: [] };
  }
  const name = cut(readText(error, 'name', 'Error'), 200) || 'Error';
  const hint = readText(error, 'hint', '');
  // An error with a hint was written for the reader, who need not know what is behind it.
  const cause = hint === '' ? causeText(error) : '';
  const message = cut(studentNames(readText(error, 'message', '')) + cause, MESSAGE_LENGTH);
  return {
    kind: 'error',
    name,
    message,
    hint: hint === '' ? hintFor(name, message) : cut(hint, MESSAGE_LENGTH),
    places: placesOf(error, locate),
  };
}

/** A cell that could not be read, at the place where reading ended. */
export function syntaxErrorOutput(error: CellSyntaxError, cellId: string): ErrorOutput {
  const { name, message, hint, line, column } = error;
  return { kind: 'error', name, message, hint, places: [{ cellId, line, column }] };
}

/** An error of any realm, or what looks like one. */
function isErrorLike(error: unknown): error is object {
  if (typeof error !== 'object' || error === null) return false;
  return (
    isInstance(error, Error) || (readText(error, 'message', '') !== '' && readText(error, 'stack', '') !== '')
  );
}

function causeText(error: object): string {
  const cause: unknown = Object.getOwnPropertyDescriptor(error, 'cause')?.value;
  if (cause === undefined || cause === error) return '';
  const text = isErrorLike(cause)
    ? `${readText(cause, 'name', 'Error')}: ${readText(cause, 'message', '')}`
    : quote(cause);
  return ` (caused by ${text})`;
}

function placesOf(error: object, locate: Locate): SourcePlace[] {
  const places: SourcePlace[] = [];
  for (const { source, ...position } of framesOf(readText(error, 'stack', ''))) {
    const place = locate(source, position);
    const last = places.at(-1);
    const isNew =
      last?.line !== place?.line || last?.column !== place?.column || last?.cellId !== place?.cellId;
    if (place !== null && isNew) places.push(place);
    if (places.length === N_PLACES) break;
  }
  return places;
}

/** What to do about the engines' own errors that beginners meet. */
function hintFor(name: string, message: string): string | null {
  if (name === 'RangeError' && /call stack/i.test(message))
    return 'a function calls itself without end: check when it stops';
  if (name === 'InternalError' && /recursion/i.test(message)) {
    return 'a function calls itself without end: check when it stops';
  }
  return null;
}
