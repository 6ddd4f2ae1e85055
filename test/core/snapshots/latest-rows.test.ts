import fc from 'fast-check';
import { expect, it } from 'vitest';
import { latestRows } from '../../../src/core/snapshots/latest-rows.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';

const definition = {
  kind: 'table',
  version: 1,
  name: 'usage',
  timestampField: 'at',
  createdTimestampColumn: 'created',
  joinKeys: ['user', 'shop'],
  columns: [],
} as const;
const dtypes = { user: 'string', shop: 'int64', at: 'timestamp', created: 'timestamp', n: 'int64' } as const;
const instant = fc.option(
  fc.integer({ min: 0, max: 3 }).map((ms) => new Date(ms)),
  { freq: 4 },
);
const rows = fc.array(
  fc.record({
    user: fc.constantFrom('a', 'b', '1'),
    shop: fc.constantFrom(1, 11),
    at: instant,
    created: instant,
  }),
  { maxLength: 25 },
);

it('keeps per key the row of the greatest (event, creation, position), in the order in which keys first appear', () => {
  fc.assert(
    fc.property(rows, (drawn) => {
      const all = drawn.map((row, n) => ({ ...row, n }));
      const instantOf = (date: Date | null) => date?.getTime() ?? -1;
      const winners = new Map<string, (typeof all)[number]>();
      for (const row of all) {
        const key = JSON.stringify([row.user, row.shop]);
        const best = winners.get(key);
        const isLater =
          best === undefined ||
          instantOf(row.at) > instantOf(best.at) ||
          (instantOf(row.at) === instantOf(best.at) && instantOf(row.created) >= instantOf(best.created));
        if (isLater) winners.set(key, row);
      }
      expect(toRows(latestRows(fromRows(all, { dtypes }), definition))).toEqual([...winners.values()]);
    }),
    { numRuns: 300 },
  );
});

it('leaves a table without join keys whole', () => {
  const table = fromRows([{ at: new Date(0) }, { at: new Date(0) }]);
  expect(latestRows(table, { ...definition, joinKeys: [] })).toBe(table);
});
