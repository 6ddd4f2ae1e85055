import { quote } from '../errors.ts';
import type { Problem } from '../problem.ts';
import { invalidParameter } from './mlflow-exception.ts';

/** What a key or value belongs to, for limits and messages. */
export type EntryKind = 'metric' | 'param' | 'tag' | 'experiment tag' | 'registry tag';

/** Longest key of every kind, in UTF-16 units. */
const LONGEST_KEY = 250;

const LONGEST_VALUE: Readonly<Record<Exclude<EntryKind, 'metric'>, number>> = {
  param: 6000,
  tag: 5000,
  'experiment tag': 5000,
  'registry tag': 5000,
};

// MLflow 2.16 forbids the colon on Windows only.
const ALLOWED = /^[/\p{L}\p{N}_.\- :]*$/u;

/** Refuses keys with other characters, keys that name another path, and keys longer than 250 (T12). */
export function validateKey(key: unknown, kind: EntryKind): asserts key is string {
  validateKeyName(key, kind);
  if (key.length > LONGEST_KEY) {
    throw invalidParameter(
      `${kind} name ${quote(key)} has length ${key.length}, more than ${LONGEST_KEY}`,
      'shorten the name',
    );
  }
}

/** The same but for the length; what MLflow asks of a key to delete. */
export function validateKeyName(key: unknown, kind: EntryKind): asserts key is string {
  if (typeof key !== 'string') {
    throw invalidParameter(`${kind} name cannot be ${quote(key)}`, 'give the name as a string');
  }
  if (!ALLOWED.test(key)) {
    throw invalidParameter(
      `invalid ${kind} name: ${quote(key)}`,
      'names may hold letters, digits, underscores, dashes, periods, spaces, colons and slashes',
    );
  }
  if (namesAnotherPath(key)) {
    throw invalidParameter(
      `invalid ${kind} name: ${quote(key)} is another path in disguise`,
      "names may be used as file paths: no leading or double slash, no '.' or '..' folder, not empty",
    );
  }
}

/** Whether `path` is not in its normal form, or leaves its folder. */
export function namesAnotherPath(path: string): boolean {
  return (
    path.startsWith('..') || path.split('/').some((part) => part === '' || part === '.' || part === '..')
  );
}

/**
 * The value as it is stored. Too long params and run tags are cut, with a warning; too long experiment and
 * registry tags are refused (T13).
 */
export function fitValue(
  value: string,
  entry: { readonly kind: Exclude<EntryKind, 'metric'>; readonly key: string },
  onWarning?: (problem: Problem) => void,
): string {
  const limit = LONGEST_VALUE[entry.kind];
  if (value.length <= limit) return value;
  const message = `${entry.kind} ${quote(entry.key)} has a value of length ${value.length}, more than ${limit}`;
  if (entry.kind !== 'param' && entry.kind !== 'tag') {
    throw invalidParameter(message, 'shorten the value, or log it as an artifact of a run');
  }
  onWarning?.({
    severity: 'warning',
    code: 'value-truncated',
    message,
    hint: `only the first ${limit} characters are kept; log long texts with logText`,
  });
  return value.slice(0, limit);
}

/** The text of a param or tag value: strings as they are, objects as JSON, where JSON can hold them (T7). */
export function toText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? quote(value);
  } catch {
    return quote(value);
  }
}
