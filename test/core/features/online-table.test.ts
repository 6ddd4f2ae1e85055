import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Entity } from '../../../src/core/features/entity.ts';
import { openSource } from '../../../src/core/features/feature-source.ts';
import { FeatureView } from '../../../src/core/features/feature-view.ts';
import { EVENT_TIME, latestRows, upsert } from '../../../src/core/features/online-table.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import type { Table } from '../../../src/core/table/table.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';

const view = new FeatureView({
  name: 'usage',
  entities: [new Entity({ name: 'user', joinKeys: ['id', 'country'] })],
  schema: [
    { name: 'id', dtype: 'int64' },
    { name: 'country', dtype: 'string' },
    { name: 'hours', dtype: 'int64' },
    { name: 'plan', dtype: 'string' },
  ],
  source: new SnapshotSource({ table: 'usage', timestampField: 'as_of', createdTimestampColumn: 'created' }),
}).toDefinition();

const DTYPES = {
  id: 'int64',
  country: 'string',
  as_of: 'timestamp',
  created: 'timestamp',
  hours: 'int64',
  plan: 'string',
} as const;

const row = fc.record({
  id: fc.option(fc.nat({ max: 2 }), { freq: 9 }),
  country: fc.option(fc.constantFrom('de', 'fr'), { freq: 9 }),
  as_of: fc.nat({ max: 9 }),
  created: fc.option(fc.nat({ max: 2 })),
  hours: fc.option(fc.nat()),
  plan: fc.option(fc.string({ maxLength: 2 })),
});
type SourceRow = typeof row extends fc.Arbitrary<infer R> ? R : never;

it('equals writing row after row into a map, window after window', () => {
  const window = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }));
  const runs = fc.array(fc.record({ rows: fc.array(row, { maxLength: 12 }), window }), { maxLength: 4 });
  fc.assert(
    fc.property(runs, (materializations) => {
      let table: Table | null = null;
      const oracle = new Map<string, unknown>();
      for (const { rows, window } of materializations) {
        const source = openSource(view, fromRows(rows, { dtypes: DTYPES }));
        const latest = latestRows(source, ...window);
        table = upsert(table, latest.table, view);
        expect(latest.nRowsRead).toBe(rows.filter((each) => isInside(each, window)).length);
        for (const [key, written] of writtenRows(rows, window)) oracle.set(key, written);
      }
      expect(table === null ? [] : toRows(table)).toEqual([...oracle.values()]);
    }),
    { numRuns: 300 },
  );
});

function isInside({ as_of }: SourceRow, [start, end]: readonly [number, number]): boolean {
  return as_of >= start && as_of <= end;
}

/** Per key the greatest (event, creation, position) in the window, keys in order of their first row of all. */
function writtenRows(rows: readonly SourceRow[], window: readonly [number, number]): Map<string, unknown> {
  const best = new Map<string, SourceRow | null>();
  for (const each of rows) {
    if (each.id === null || each.country === null) continue;
    const key = JSON.stringify([each.id, each.country]);
    const rival = best.get(key) ?? null;
    best.set(key, rival);
    if (!isInside(each, window)) continue;
    if (rival === null || rank(each) >= rank(rival)) best.set(key, each);
  }
  const written = [...best].flatMap(([key, each]) =>
    each === null ? [] : [[key, onlineRow(each)] as const],
  );
  return new Map(written);
}

function rank({ as_of, created }: SourceRow): number {
  return as_of * 10 + (created ?? -1);
}

function onlineRow({ id, country, hours, plan, as_of }: SourceRow): unknown {
  return { id, country, hours, plan, [EVENT_TIME]: new Date(as_of) };
}
