import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { select } from '../../../src/core/table/select.ts';
import { positionsWhere, take } from '../../../src/core/table/take.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { anyTable } from './any-table.ts';

describe('take', () => {
  it('gives rows in the order asked for, repeats and gaps included', () => {
    const table = fromRows([
      { a: 'x', n: 1 },
      { a: 'y', n: null },
    ]);
    expect(toRows(take(table, Int32Array.of(1, -1, 0, 0)))).toEqual([
      { a: 'y', n: null },
      { a: null, n: null },
      { a: 'x', n: 1 },
      { a: 'x', n: 1 },
    ]);
    expect(take(select(table, []), Int32Array.of(0)).nRows).toBe(1);
  });

  it('agrees with picking rows one by one', () => {
    fc.assert(
      fc.property(anyTable(), fc.array(fc.nat(19)), (table, wanted) => {
        const positions = wanted.filter((row) => row < table.nRows);
        const rows = toRows(table);
        expect(toRows(take(table, Int32Array.from(positions)))).toEqual(positions.map((row) => rows[row]));
      }),
    );
  });

  it('finds the positions of rows', () => {
    expect([...positionsWhere(5, (row) => row % 2 === 0)]).toEqual([0, 2, 4]);
    expect(positionsWhere(0, () => true).length).toBe(0);
  });
});
