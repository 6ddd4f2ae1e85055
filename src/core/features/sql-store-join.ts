import type { Problem } from '../problem.ts';
import { type Column, cellAt, isNull } from '../table/column.ts';
import { positionsWhere } from '../table/take.ts';
import { type EntityFrame, keyColumns } from './entity-frame.ts';
import type { JoinMode } from './join-mode.ts';
import { warnAboutRows } from './join-warnings.ts';
import { matchViews, type SourcedView } from './joined-view.ts';
import { indexKeys } from './key-index.ts';
import { creationTimes, type Matches } from './point-in-time-join.ts';
import { lacksTime } from './time-order.ts';

/**
 * What Feast 0.56 does on a SQL store (its Postgres template): ttl in whole seconds, so one below a second is no
 * limit (stack semantics P5); every source row tied for the latest multiplies the entity row (P9); entity rows are
 * told apart by key values and instant as one text, so the composite keys (1, 23) and (12, 3) share what either
 * finds (P16); a source row without a creation time is never used where the source declares one.
 */
export const sqlStoreJoin: JoinMode = (frame, views) => {
  const usable = views.map(withoutUncreated);
  const matches = matchViews(frame, usable, { ttlOf: ({ view }) => Math.floor(view.ttlMs / 1000) * 1000 });
  const found = usable.map((view, i) => findTiedRows(frame, view, matches[i] as Matches));
  const output = [...multiply(frame.table.nRows, found)];
  return {
    entityRows: Int32Array.from(output, ({ entityRow }) => entityRow),
    views: matches.map(({ outcomes }, i) => ({
      rows: Int32Array.from(output, ({ used }) => used[i] as number),
      outcomes: Uint8Array.from(output, ({ entityRow, used }) =>
        (used[i] as number) >= 0 ? 0 : (outcomes[entityRow] as number),
      ),
    })),
    warnings: usable.flatMap((view, i) =>
      explainMultiplied(view, matches[i] as Matches, found[i] as RowsFound),
    ),
  };
};

/** Per entity row the source rows that a view gives it: none, one, or several. */
type RowsFound = readonly (readonly number[])[];

/** Null equals nothing in SQL, so a row whose creation time is null drops out where creation times are compared. */
function withoutUncreated(sourced: SourcedView): SourcedView {
  const { times, created } = sourced.source;
  if (created === null || created.nulls === null) return sourced;
  const nulls = Uint8Array.from(times.values, (_, row) =>
    lacksTime(times, row) || lacksTime(created, row) ? 1 : 0,
  );
  return { ...sourced, source: { ...sourced.source, times: { ...times, nulls } } };
}

/** All rows that share the latest (event, creation time) among everything found under one text identity. */
function findTiedRows(frame: EntityFrame, { view, source }: SourcedView, { rows }: Matches): RowsFound {
  const keys = keyColumns(frame, view);
  const index = indexKeys(keys, frame.table.nRows);
  const sourceKeys = index.find(source.keys, source.table.nRows);
  const created = source.created === null ? null : creationTimes(source.created);
  const instantOf = (row: number): Instant => [source.times.values[row] as number, created?.[row] ?? 0];

  const rowsAt = new Map<string, number[]>();
  for (let row = 0; row < sourceKeys.length; row++) {
    if (lacksTime(source.times, row)) continue;
    const place = `${sourceKeys[row]}@${instantOf(row)}`;
    const together = rowsAt.get(place);
    if (together === undefined) rowsAt.set(place, [row]);
    else together.push(row);
  }

  const identities = Array.from(rows, (_, row) => textIdentity(keys, frame.times.values[row] as number, row));
  const best = new Map<string, { readonly instant: Instant; readonly tied: Set<number> }>();
  for (const [entityRow, winner] of rows.entries()) {
    if (winner < 0) continue;
    const identity = identities[entityRow] as string;
    const instant = instantOf(winner);
    const tied = rowsAt.get(`${index.ids[entityRow]}@${instant}`) ?? [];
    const rival = best.get(identity);
    const order = rival === undefined ? 1 : compare(instant, rival.instant);
    if (order > 0) best.set(identity, { instant, tied: new Set(tied) });
    else if (order === 0) for (const row of tied) rival?.tied.add(row);
  }
  return identities.map((identity) => [...(identity === null ? [] : (best.get(identity)?.tied ?? []))]);
}

type Instant = readonly [event: number, created: number];

function compare(a: Instant, b: Instant): number {
  return a[0] - b[0] || a[1] - b[1];
}

/** P16: the key values and the instant with nothing between them; null where a key is null. */
function textIdentity(keys: readonly Column[], time: number, row: number): string | null {
  if (keys.some((column) => isNull(column, row))) return null;
  return keys.map((column) => String(cellAt(column, row))).join('') + new Date(time).toISOString();
}

/** Every entity row once per combination of the rows that its views give it; −1 where a view gives none. */
function* multiply(
  nRows: number,
  found: readonly RowsFound[],
): Generator<{ readonly entityRow: number; readonly used: readonly number[] }> {
  for (let entityRow = 0; entityRow < nRows; entityRow++) {
    let combinations: readonly (readonly number[])[] = [[]];
    for (const rowsOf of found) {
      const rows = rowsOf[entityRow] as readonly number[];
      const choices = rows.length === 0 ? [-1] : rows;
      combinations = combinations.flatMap((used) => choices.map((row) => [...used, row]));
    }
    for (const used of combinations) yield { entityRow, used };
  }
}

function explainMultiplied({ view }: SourcedView, matches: Matches, found: RowsFound): readonly Problem[] {
  const byTie = positionsWhere(found.length, (row) => matches.tied[row] === 1);
  const byText = positionsWhere(found.length, (row) => {
    const rows = found[row] as readonly number[];
    return matches.tied[row] === 0 && rows.some((used) => used !== matches.rows[row]);
  });
  return [
    ...warnAboutRows(byTie, {
      code: 'row-multiplied',
      message: `${byTie.length} rows appear more than once: several rows of '${view.name}' tie for the latest`,
      hint: 'a SQL store returns every tied row; the lab uses the last one in source order',
    }),
    ...warnAboutRows(byText, {
      code: 'key-text-clash',
      message: `${byText.length} rows took values of another key of '${view.name}' that reads the same as one text`,
      hint: 'a SQL store compares composite keys as joined text, where (1, 23) and (12, 3) are both 123',
    }),
  ];
}
