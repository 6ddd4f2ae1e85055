import {
  CancelledError,
  IndexError,
  KeyError,
  LabError,
  TypeMismatchError,
  ValueError,
} from '../../core/errors.ts';
import {
  EntityNotFoundException,
  EntityTimestampInferenceException,
  FeatureNameCollisionError,
  FeatureViewNotFoundException,
  OperationalError,
} from '../../core/features/errors.ts';
import { ImportError, MonthConflictError } from '../../core/snapshots/errors.ts';
import { MlflowException } from '../../core/tracking/mlflow-exception.ts';
import type { RemoteError } from '../kernel/protocol.ts';

/** The lab's error classes by the name that their errors carry. */
const CLASSES = new Map<string, { readonly prototype: LabError }>([
  ['LabError', LabError],
  ['ValueError', ValueError],
  ['KeyError', KeyError],
  ['IndexError', IndexError],
  ['TypeError', TypeMismatchError],
  ['AbortError', CancelledError],
  ['MlflowException', MlflowException],
  ['ImportError', ImportError],
  ['MonthConflictError', MonthConflictError],
  ['FeatureViewNotFoundException', FeatureViewNotFoundException],
  ['EntityNotFoundException', EntityNotFoundException],
  ['FeatureNameCollisionError', FeatureNameCollisionError],
  ['EntityTimestampInferenceException', EntityTimestampInferenceException],
  ['OperationalError', OperationalError],
]);

const CARRIED = ['name', 'message', 'hint', 'stack'];

/** An error as plain values. What is no error crosses as its text. */
export function toRemoteError(error: unknown): RemoteError {
  if (!(error instanceof Error)) {
    return { name: 'Error', message: String(error), hint: null, details: {} };
  }
  const details = Object.entries(error).filter(([name]) => !CARRIED.includes(name));
  return {
    name: error.name,
    message: error.message,
    hint: error instanceof LabError ? error.hint : null,
    details: Object.fromEntries(details),
  };
}

/** The error again: one of the lab's own classes where it has a hint, so that `instanceof` and its members work. */
export function fromRemoteError({ name, message, hint, details }: RemoteError): Error {
  if (hint === null) return named(new Error(message), name);
  const error = new LabError(message, hint);
  // The constructors take other things than a message; what they would set has crossed.
  Object.setPrototypeOf(error, (CLASSES.get(name) ?? LabError).prototype);
  return named(Object.assign(error, details), name);
}

function named<E extends Error>(error: E, name: string): E {
  return Object.defineProperty(error, 'name', { value: name, enumerable: true });
}
