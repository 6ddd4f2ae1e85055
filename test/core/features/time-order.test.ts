import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderByTime } from '../../../src/core/features/time-order.ts';

function times(...cells: (number | null)[]) {
  return {
    dtype: 'timestamp' as const,
    values: Float64Array.from(cells, (cell) => cell ?? 0),
    nulls: cells.includes(null) ? Uint8Array.from(cells, (cell) => (cell === null ? 1 : 0)) : null,
  };
}

it('copies nothing when the rows are in order already', () => {
  const column = times(1, 1, 2);
  expect(orderByTime(column)).toEqual({ rows: null, times: column.values });
});

it('keeps rows of one time in row order and leaves out those without a time', () => {
  expect(orderByTime(times(5, null, -3, 5, Number.NaN, -3))).toEqual({
    rows: Int32Array.of(2, 5, 0, 3),
    times: Float64Array.of(-3, -3, 5, 5),
  });
});

it('takes −0 and 0 for one instant', () => {
  expect(orderByTime(times(1, 0, -0, 0)).rows).toEqual(Int32Array.of(1, 2, 3, 0));
});

it('equals a stable comparison sort on any doubles', () => {
  const instant = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 }), fc.constant(null));
  fc.assert(
    fc.property(fc.array(instant, { maxLength: 60 }), (cells) => {
      const { rows, times: sorted } = orderByTime(times(...cells));
      const expected = [...cells.keys()]
        .filter((row) => cells[row] !== null)
        .sort((a, b) => compare(cells[a] as number, cells[b] as number));
      expect(Array.from(sorted, (_, i) => rows?.[i] ?? i)).toEqual(expected);
      expect([...sorted].map((time) => time + 0)).toEqual(expected.map((row) => (cells[row] as number) + 0));
    }),
  );
});

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
