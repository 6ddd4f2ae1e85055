import { quote, ValueError } from '../errors.ts';

/**
 * A size as scikit-learn takes it: a count (Python's int) or a fraction of the whole (Python's float). A bare
 * number is a count when it is a whole number and a fraction otherwise; `{ fraction: 1 }` says what Python
 * writes as 1.0.
 */
export type CountOrFraction = number | { readonly count: number } | { readonly fraction: number };

/** Which of the two a size is, and its number. */
export interface Size {
  readonly unit: 'count' | 'fraction';
  readonly number: number;
}

/** Reads a `CountOrFraction`; anything else is a `ValueError` that names the parameter. */
export function readSize(name: string, value: CountOrFraction): Size {
  const size = typeof value === 'number' ? sizeOfNumber(value) : sizeOfObject(value);
  if (size === null || !Number.isFinite(size.number)) {
    throw new ValueError(
      `invalid value for ${name}: ${quote(value)}`,
      'pass a whole number (a count), a number between 0 and 1 (a fraction), { count } or { fraction }',
    );
  }
  return size;
}

function sizeOfNumber(value: number): Size {
  return { unit: Number.isInteger(value) ? 'count' : 'fraction', number: value };
}

function sizeOfObject(value: unknown): Size | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('count' in value && Number.isInteger(value.count))
    return { unit: 'count', number: value.count as number };
  if ('fraction' in value && typeof value.fraction === 'number') {
    return { unit: 'fraction', number: value.fraction };
  }
  return null;
}
