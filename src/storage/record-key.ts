import type { Key } from '../core/database.ts';
import { quote, ValueError } from '../core/errors.ts';

/** The key itself; a `ValueError` for what no collection can have as a key. */
export function requireKey(key: Key): Key {
  if (isKey(key)) return key;
  throw new ValueError(`${quote(key)} is no key`, 'keys are numbers, strings, or lists of them');
}

/** The key of `record` by its collection's key path; a `ValueError` where a part is no valid key. */
export function recordKey(record: object, keyPath: string | readonly string[]): Key {
  if (typeof keyPath === 'string') return keyPart(record, keyPath);
  return keyPath.map((property) => keyPart(record, property));
}

function keyPart(record: object, property: string): Key {
  const value = (record as Record<string, unknown>)[property];
  if (isKey(value)) return value;
  throw new ValueError(
    `record has ${quote(value)} where its key property ${quote(property)} must be`,
    'keys are numbers, strings, or lists of them',
  );
}

function isKey(value: unknown): value is Key {
  if (typeof value === 'string') return true;
  if (typeof value === 'number') return !Number.isNaN(value);
  return Array.isArray(value) && value.every(isKey);
}
