/** A source row as the oracle sees it; times in any unit, `created` −∞ where missing. */
export interface OracleRow {
  readonly keys: readonly unknown[];
  readonly time: number;
  readonly created: number;
}

export interface OracleMatch {
  readonly row: number;
  readonly outcome: 'matched' | 'key-unknown' | 'only-future-rows' | 'expired-by-ttl';
  readonly tied: boolean;
}

/** LAB-PIT word for word: look at every source row for every entity row. */
export function bruteForceMatch(
  entity: { readonly keys: readonly unknown[]; readonly time: number },
  source: readonly OracleRow[],
  ttl: number,
): OracleMatch {
  const hasKey = (row: OracleRow): boolean =>
    row.keys.every((key, i) => key !== null && key === entity.keys[i]);
  const known = [...source.entries()].filter(([, row]) => hasKey(row));
  if (known.length === 0) return { row: -1, outcome: 'key-unknown', tied: false };
  const past = known.filter(([, row]) => row.time <= entity.time);
  if (past.length === 0) return { row: -1, outcome: 'only-future-rows', tied: false };
  const fresh = past.filter(([, row]) => ttl === 0 || row.time >= entity.time - ttl);
  if (fresh.length === 0) return { row: -1, outcome: 'expired-by-ttl', tied: false };
  const [winner, second] = fresh.sort(
    ([i, a], [j, b]) => b.time - a.time || (b.created > a.created ? 1 : b.created < a.created ? -1 : j - i),
  );
  const [row, { time, created }] = winner!;
  const tied = second !== undefined && second[1].time === time && second[1].created === created;
  return { row, outcome: 'matched', tied };
}
