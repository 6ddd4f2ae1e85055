import type { Lane, LaneRow } from './read-customer.ts';

/** Where a row stands as seen from an instant. */
export type MarkTime = 'known' | 'expired' | 'future';

/** A source row as a mark of the time line. */
export interface Mark {
  readonly row: LaneRow;
  readonly time: MarkTime;
  /** Taken by the join. */
  readonly isUsed: boolean;
  /** True by the instant, but written only afterwards. */
  readonly isLate: boolean;
}

/** The marks of a lane as of `atMs`, given the ttl that holds (0: none) and the rows that the join takes. */
export function marksOf(
  { rows }: Lane,
  view: { readonly atMs: number; readonly ttlMs: number; readonly usedRows: ReadonlySet<number> },
): readonly Mark[] {
  const { atMs, ttlMs, usedRows } = view;
  return rows.map((row): Mark => {
    const isFuture = row.eventMs > atMs;
    const isExpired = !isFuture && ttlMs > 0 && row.eventMs < atMs - ttlMs;
    return {
      row,
      time: isFuture ? 'future' : isExpired ? 'expired' : 'known',
      isUsed: usedRows.has(row.rowIndex),
      isLate: !isFuture && row.landedMs !== null && row.landedMs > atMs,
    };
  });
}
