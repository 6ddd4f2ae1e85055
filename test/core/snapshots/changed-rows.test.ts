import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCanonicalTable } from '../../../src/core/snapshots/canonical-table.ts';
import { findChanges } from '../../../src/core/snapshots/changed-rows.ts';
import { splitByTime } from '../../../src/core/snapshots/split-by-time.ts';
import { concat } from '../../../src/core/table/concat.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { pack } from '../../../src/core/table/pack.ts';
import { take } from '../../../src/core/table/take.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { anyTable } from '../table/any-table.ts';

const by = { joinKeys: ['region', 'id'], content: ['value'] };
const dtypes = { region: 'string', id: 'int64', value: 'float64' } as const;

describe('the changes between two states', () => {
  it('are the rows whose content differs, the new ones, and the number of those gone', () => {
    const before = fromRows([
      { region: 'n', id: 1, value: 1 },
      { region: 'n', id: 2, value: null },
      { region: 's', id: 1, value: Number.NaN },
      { region: 's', id: 9, value: 4 },
    ]);
    const after = fromRows([
      { region: 's', id: 1, value: Number.NaN },
      { region: 'n', id: 2, value: 0 },
      { region: 'n', id: 1, value: 1 },
      { region: 's', id: 2, value: 5 },
    ]);
    expect(findChanges(before, after, by)).toEqual({
      changed: Int32Array.of(1),
      added: Int32Array.of(3),
      nRemoved: 1,
    });
  });

  it('are none between a state and itself in another order', () => {
    const keys = fc.uniqueArray(fc.tuple(fc.constantFrom('n', 's'), fc.nat(9)), { selector: String });
    fc.assert(
      fc.property(keys, fc.func(fc.option(fc.double())), (pairs, valueAt) => {
        const rows = pairs.map(([region, id]) => ({ region, id, value: valueAt(region, id) }));
        const changes = findChanges(fromRows(rows, { dtypes }), fromRows(rows.toReversed(), { dtypes }), by);
        expect([changes.changed.length, changes.added.length, changes.nRemoved]).toEqual([0, 0, 0]);
      }),
    );
  });
});

describe('the canonical form of a table', () => {
  it('has the same bytes however the table came about', () => {
    fc.assert(
      fc.property(anyTable(), fc.array(fc.nat(19)), (table, wanted) => {
        const positions = Int32Array.from(wanted.filter((row) => row < table.nRows));
        const taken = take(table, positions);
        const rebuilt = concat([...positions].map((row) => take(table, Int32Array.of(row))));
        expect(toRows(toCanonicalTable(taken))).toEqual(toRows(taken));
        if (positions.length > 0) {
          expect(new Uint8Array(pack(toCanonicalTable(taken)))).toEqual(
            new Uint8Array(pack(toCanonicalTable(rebuilt))),
          );
        }
      }),
    );
  });
});

describe('a table split by time', () => {
  it('gives every row to its instant, in time order and row order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 1 }), (days) => {
        const rows = days.map((day, n) => ({ n, at: new Date(day * 86_400_000) }));
        const parts = splitByTime(fromRows(rows), 'at');
        const instants = [...new Set(days)].sort((a, b) => a - b).map((day) => day * 86_400_000);
        expect([...parts.keys()]).toEqual(instants);
        expect([...parts.values()].flatMap((part) => toRows(part))).toEqual(
          instants.flatMap((instant) => rows.filter(({ at }) => at.getTime() === instant)),
        );
      }),
    );
  });
});
