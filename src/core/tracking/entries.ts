import { quote } from '../errors.ts';
import { invalidParameter } from './mlflow-exception.ts';

/** A param or tag to log; values that are no strings are stored as text (T7). */
export interface Entry {
  readonly key: string;
  readonly value: unknown;
}

/** An object's names and values as entries; refuses what holds none, such as a list or a text. */
export function entriesOf(values: Readonly<Record<string, unknown>>): Entry[] {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw invalidParameter(`${quote(values)} holds no names and values`, 'give an object: { name: value }');
  }
  return Object.entries(values).map(([key, value]) => ({ key, value }));
}
