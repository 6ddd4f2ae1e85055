import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitByTime } from '../../../src/core/snapshots/split-by-time.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';

const rowsOf = (instants: readonly number[]) => instants.map((ms, n) => ({ at: new Date(ms), n }));

it('gives the rows of each instant in their order, instants ascending', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 30 }), (instants) => {
      const rows = rowsOf(instants);
      const parts = [...splitByTime(fromRows(rows), 'at')];
      expect(parts.map(([instant]) => instant)).toEqual([...new Set(instants)].sort((a, b) => a - b));
      for (const [instant, part] of parts) {
        expect(toRows(part)).toEqual(rows.filter(({ at }) => at.getTime() === instant));
      }
    }),
  );
});

it('leaves a log of more than 400 instants whole, under the last one', () => {
  const instants = Array.from({ length: 401 }, (_, i) => (i * 7) % 401);
  expect(splitByTime(fromRows(rowsOf(instants.slice(0, 400))), 'at').size).toBe(400);
  const parts = [...splitByTime(fromRows(rowsOf(instants)), 'at')];
  expect(parts.map(([instant, rows]) => [instant, toRows(rows)])).toEqual([[400, rowsOf(instants)]]);
});

it('refuses a row without an instant', () => {
  const table = fromRows([{ at: new Date(0) }, { at: null }]);
  expect(() => splitByTime(table, 'at')).toThrow("'at' is missing in row 2");
});
