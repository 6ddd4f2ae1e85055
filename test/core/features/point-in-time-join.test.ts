import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPointInTime, outcomeAt } from '../../../src/core/features/point-in-time-join.ts';
import { orderByTime } from '../../../src/core/features/time-order.ts';
import type { TimestampColumn } from '../../../src/core/table/column.ts';
import { bruteForceMatch, type OracleRow } from './brute-force-join.ts';

interface Row {
  readonly key: number;
  readonly time: number | null;
  readonly created?: number | null;
}

describe('one key', () => {
  it('takes a row whose event time equals the instant', () => {
    expect(match([10], [10])).toEqual([[0, 'matched']]);
  });

  it('takes a row exactly as old as the ttl and not one a thousandth of a millisecond older', () => {
    expect(match([10], [5], 5)).toEqual([[0, 'matched']]);
    expect(match([10.001], [5], 5)).toEqual([[-1, 'expired-by-ttl']]);
  });

  it('never expires without a ttl', () => {
    expect(match([1e12], [5], 0)).toEqual([[0, 'matched']]);
  });

  it('prefers the later event to the later creation', () => {
    const source = [
      { key: 0, time: 1, created: 99 },
      { key: 0, time: 2, created: 3 },
    ];
    expect(match([9], source)).toEqual([[1, 'matched']]);
  });

  it('lets the later creation decide between rows of one event time, in either order', () => {
    const early = { key: 0, time: 1, created: 5 };
    const late = { key: 0, time: 1, created: 6 };
    expect(match([9], [late, early])).toEqual([[0, 'matched']]);
    expect(match([9], [early, late])).toEqual([[1, 'matched']]);
  });

  it('counts a missing creation time as the earliest', () => {
    const source = [
      { key: 0, time: 1, created: 5 },
      { key: 0, time: 1, created: null },
    ];
    expect(match([9], source)).toEqual([[0, 'matched']]);
  });

  it('takes the last of fully tied rows and says that they tie', () => {
    expect(tiesOf([9], [1, 1, 0])).toEqual([1]);
    expect(match([9], [1, 1, 0])).toEqual([[1, 'matched']]);
  });

  it('forgets a tie once a newer row has come', () => {
    expect(tiesOf([1, 2], [1, 1, 2])).toEqual([1, 0]);
  });

  it('tells a key with rows of the future only from a key without rows', () => {
    expect(match([1], [5])).toEqual([[-1, 'only-future-rows']]);
    expect(match([1], [])).toEqual([[-1, 'key-unknown']]);
    expect(match([1], [{ key: 0, time: null }])).toEqual([[-1, 'key-unknown']]);
  });

  it('matches nothing to an entity row whose key is null', () => {
    expect(match([{ key: -1, time: 5 }], [1])).toEqual([[-1, 'key-unknown']]);
  });
});

it('equals the brute-force join on any rows, in any order', () => {
  const time = fc.oneof(fc.integer({ min: -4, max: 8 }), fc.double({ min: -4, max: 8, noNaN: true }));
  const key = fc.integer({ min: 0, max: 3 });
  const entities = fc.array(fc.record({ key: fc.oneof(key, fc.constant(-1)), time }), { maxLength: 20 });
  const created = fc.option(fc.integer({ min: 0, max: 2 }));
  const source = fc.array(fc.record({ key, time: fc.option(time, { freq: 9 }), created }), { maxLength: 30 });
  fc.assert(
    fc.property(
      fc.record({ entities, source, ttl: fc.nat({ max: 6 }), hasCreated: fc.boolean() }),
      ({ entities: left, source: right, ttl, hasCreated }) => {
        const rows = hasCreated ? right : right.map(({ key: k, time: t }) => ({ key: k, time: t }));
        const matches = run(left, rows, ttl);
        const oracle = rows.map((row) => oracleRow(row));
        const expected = left.map((entity) => {
          const found = bruteForceMatch({ keys: [entity.key], time: entity.time }, oracle, ttl);
          return [found.row, found.outcome, found.tied];
        });
        expect(
          left.map((_, row) => [matches.rows[row], outcomeAt(matches, row), matches.tied[row] === 1]),
        ).toEqual(expected);
        expect(matches.nTimeless).toBe(rows.filter((row) => row.time === null).length);
      },
    ),
    { numRuns: 500 },
  );
});

/** A row without a time is one that nobody has, as far as the oracle goes. */
function oracleRow({ key, time, created = 0 }: Row): OracleRow {
  return {
    keys: [time === null ? null : key],
    time: time ?? 0,
    created: created ?? Number.NEGATIVE_INFINITY,
  };
}

function match(entities: readonly (number | Row)[], source: readonly (number | Row)[], ttl = 0) {
  const matches = run(entities.map(asRow), source.map(asRow), ttl);
  return entities.map((_, row) => [matches.rows[row], outcomeAt(matches, row)]);
}

function tiesOf(entities: readonly number[], source: readonly number[]): number[] {
  return [...run(entities.map(asRow), source.map(asRow), 0).tied];
}

function asRow(row: number | Row): Row {
  return typeof row === 'number' ? { key: 0, time: row } : row;
}

function run(entities: readonly Row[], source: readonly Row[], ttl: number) {
  const ids = (rows: readonly Row[]): Int32Array => Int32Array.from(rows, ({ key }) => key);
  const hasCreated = source.some(({ created }) => created !== undefined);
  return matchPointInTime(
    { keyIds: ids(entities), nKeys: 4, order: orderByTime(column(entities.map(({ time }) => time))) },
    {
      keyIds: ids(source),
      times: column(source.map(({ time }) => time)),
      created: hasCreated ? column(source.map(({ created }) => created ?? null)) : null,
    },
    ttl,
  );
}

function column(times: readonly (number | null)[]): TimestampColumn {
  const nulls = Uint8Array.from(times, (time) => (time === null ? 1 : 0));
  return {
    dtype: 'timestamp',
    values: Float64Array.from(times, (time) => time ?? 0),
    nulls: nulls.includes(1) ? nulls : null,
  };
}
