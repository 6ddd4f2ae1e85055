import { quote, TypeMismatchError, ValueError } from '../errors.ts';
import { type Column, isNull, type NumberColumn, type TimestampColumn } from './column.ts';

/**
 * An instant as the lab's callers may give it: a `Date`, an ISO 8601 text, or UTC milliseconds since 1970.
 */
export type Instant = Date | string | number;

/** The last instant that a `Date` can hold, either side of 1970. */
const MAX_INSTANT_MS = 8.64e15;

/** ISO 8601 with a space in place of the T too, and whole hours as the zone: what Postgres and Python write. */
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,](\d{1,9}))?)?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * UTC milliseconds of an instant. A text without a zone is UTC, as Feast reads naive times; fractions of a
 * millisecond are kept. A text with no time is refused unless `dateOnly` is 'midnight': a column of dates is
 * what Feast's local store cannot join on (stack semantics P30, P31).
 */
export function toEpochMs(
  instant: Instant,
  options: { readonly dateOnly?: 'refuse' | 'midnight' } = {},
): number {
  if (typeof instant === 'number' || instant instanceof Date) {
    const ms = Number(instant);
    if (!isInstant(ms)) throw invalid(instant);
    return ms;
  }
  if (typeof instant !== 'string') throw invalid(instant);
  const match = ISO.exec(instant.trim());
  if (match === null) throw invalid(instant);
  const [, date, time, fraction, zone] = match;
  if (time === undefined && options.dateOnly !== 'midnight') {
    throw new ValueError(
      `${quote(instant)} is a date without a time`,
      `add the time, for example '${date}T00:00:00Z': a feature store joins on instants, not on days`,
    );
  }
  const seconds = time === undefined ? '00:00:00' : time.length === 5 ? `${time}:00` : time.slice(0, 8);
  const ms = Date.parse(`${date}T${seconds}${offsetOf(zone)}`);
  // Some engines read February 30 as March 1.
  const isInCalendar = new Date(Date.parse(`${date}T00:00:00Z`)).getUTCDate() === Number(date?.slice(8));
  if (Number.isNaN(ms) || !isInCalendar) throw invalid(instant);
  return fraction === undefined ? ms : ms + Number(`0.${fraction}`) * 1000;
}

/**
 * A column of instants: timestamps as they are, texts parsed by `toEpochMs`, numbers as epoch milliseconds,
 * NaN among them as null. Other types are a `TypeError`; the error names the column and, for a text, the
 * first row that failed.
 */
export function toTimestampColumn(column: Column, name: string): TimestampColumn {
  if (column.dtype === 'timestamp') return column;
  if (column.dtype === 'bool') {
    throw new TypeMismatchError(
      `column ${quote(name)} is bool, not a timestamp`,
      'give Dates, ISO texts with a time, or epoch milliseconds',
    );
  }
  if (column.dtype !== 'string') return fromNumbers(column, name);
  const parsed = column.dictionary.map((text) => {
    try {
      return toEpochMs(text);
    } catch (error) {
      if (error instanceof ValueError)
        throw new ValueError(`column ${quote(name)}: ${error.message}`, error.hint);
      throw error;
    }
  });
  const values = Float64Array.from(column.values, (code, row) =>
    isNull(column, row) ? 0 : (parsed[code] as number),
  );
  return { dtype: 'timestamp', values, nulls: column.nulls };
}

/** A zone as every engine reads it: Z, or hours and minutes with a colon. */
function offsetOf(zone: string | undefined): string {
  if (zone === undefined || zone.length === 1) return 'Z';
  return `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
}

function fromNumbers({ values, nulls }: NumberColumn, name: string): TimestampColumn {
  const odd = values.findIndex((ms, row) => nulls?.[row] !== 1 && !Number.isNaN(ms) && !isInstant(ms));
  if (odd >= 0) {
    const { message, hint } = invalid(values[odd]);
    throw new ValueError(`column ${quote(name)}, row ${odd + 1}: ${message}`, hint);
  }
  if (!values.includes(Number.NaN)) return { dtype: 'timestamp', values, nulls };
  const mask = values.map((value, row) => (Number.isNaN(value) || nulls?.[row] === 1 ? 1 : 0));
  const filled = values.map((value) => (Number.isNaN(value) ? 0 : value));
  return { dtype: 'timestamp', values: filled, nulls: Uint8Array.from(mask) };
}

function isInstant(ms: number): boolean {
  return Math.abs(ms) <= MAX_INSTANT_MS;
}

function invalid(instant: unknown): ValueError {
  return new ValueError(
    `${quote(instant)} is no instant`,
    "give a Date, an ISO text such as '2024-01-31T00:00:00Z', or epoch milliseconds",
  );
}
