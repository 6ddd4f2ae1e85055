import type { BenchRow } from './bench-row.ts';

/** A measurement that is held against a limit in milliseconds: the limit stands where a reference's time would. */
export function limitRow(name: string, oursMs: number, limitMs: number, note: string): BenchRow {
  return {
    name,
    oursMs,
    referenceMs: limitMs,
    ratio: oursMs / limitMs,
    target: 1,
    note: `the reference is the limit${note === '' ? '' : `; ${note}`}`,
  };
}
