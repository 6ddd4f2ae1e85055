import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { filterError, filterRows, type RowFilter } from '../../../src/lab/data/filter-rows.ts';
import { nextSort, readFilters, readSort, writeFilters, writeSort } from '../../../src/lab/data/row-order.ts';
import { sortRows } from '../../../src/lab/data/sort-rows.ts';

const table = fromRows([
  { name: 'Zoé', fee: 20, isActive: true, at: new Date('2024-01-31T00:00:00Z') },
  { name: 'anna', fee: null, isActive: false, at: new Date('2024-02-29T00:00:00Z') },
  { name: null, fee: -1.5, isActive: true, at: new Date('2024-02-29T00:00:00Z') },
  { name: 'Anna', fee: 20, isActive: null, at: new Date('2024-03-31T00:00:00Z') },
]);
const all = Int32Array.of(0, 1, 2, 3);
const sorted = (column: string, isDescending = false) => [...sortRows(table, all, { column, isDescending })];
const filtered = (...filters: RowFilter[]) => [...filterRows(table, filters)];

describe('sortRows', () => {
  it('sorts numbers by value, equal ones as they were, missing ones last both ways', () => {
    expect(sorted('fee')).toEqual([2, 0, 3, 1]);
    expect(sorted('fee', true)).toEqual([0, 3, 2, 1]);
  });

  it('sorts texts by code points', () => {
    expect(sorted('name')).toEqual([3, 0, 1, 2]);
    expect(sorted('name', true)).toEqual([1, 0, 3, 2]);
  });

  it('sorts the given positions only', () => {
    expect([...sortRows(table, Int32Array.of(3, 1, 0), { column: 'at', isDescending: false })]).toEqual([
      0, 1, 3,
    ]);
  });

  it('gives the order of a slow stable sort', () => {
    const cell = fc.option(fc.double({ noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(cell), fc.boolean(), (cells, isDescending) => {
        const drawn = fromRows(
          cells.map((x) => ({ x })),
          { dtypes: { x: 'float64' } },
        );
        const positions = Int32Array.from(cells.keys());
        const present = [...cells.keys()].filter((row) => cells[row] !== null);
        const slow = present.sort((a, b) => {
          const [x, y] = [cells[a]!, cells[b]!];
          return (x < y ? -1 : x > y ? 1 : 0) * (isDescending ? -1 : 1);
        });
        const missing = [...cells.keys()].filter((row) => cells[row] === null);
        expect([...sortRows(drawn, positions, { column: 'x', isDescending })]).toEqual([...slow, ...missing]);
      }),
    );
  });
});

describe('filterRows', () => {
  it('compares texts without regard to case', () => {
    expect(filtered({ column: 'name', rule: 'contains', value: 'NN' })).toEqual([1, 3]);
    expect(filtered({ column: 'name', rule: 'is', value: 'anna' })).toEqual([1, 3]);
    expect(filtered({ column: 'name', rule: 'is-not', value: 'anna' })).toEqual([0]);
  });

  it('compares numbers, with a decimal comma too', () => {
    expect(filtered({ column: 'fee', rule: 'at-least', value: '20' })).toEqual([0, 3]);
    expect(filtered({ column: 'fee', rule: 'at-most', value: '-1,5' })).toEqual([2]);
  });

  it('compares instants by day and truths by word', () => {
    expect(filtered({ column: 'at', rule: 'at-least', value: '2024-02-29' })).toEqual([1, 2, 3]);
    expect(filtered({ column: 'isActive', rule: 'is', value: 'True' })).toEqual([0, 2]);
  });

  it('finds what is missing and what is not', () => {
    expect(filtered({ column: 'fee', rule: 'missing', value: '' })).toEqual([1]);
    expect(filtered({ column: 'name', rule: 'present', value: '' })).toEqual([0, 1, 3]);
  });

  it('keeps the rows that pass every filter', () => {
    const anna: RowFilter = { column: 'name', rule: 'is', value: 'anna' };
    expect(filtered(anna, { column: 'fee', rule: 'present', value: '' })).toEqual([3]);
    expect(filtered()).toEqual([0, 1, 2, 3]);
  });

  it('tells of a value that cannot be compared', () => {
    expect(filterError(table, { column: 'fee', rule: 'at-least', value: 'much' })).toMatchObject({
      message: "'much' is no number",
    });
    expect(filterError(table, { column: 'at', rule: 'is', value: 'today' })).toMatchObject({
      name: 'ValueError',
    });
    expect(filterError(table, { column: 'fee', rule: 'is', value: '3' })).toBeNull();
  });
});

describe('an address', () => {
  it('keeps filters whatever their values hold', () => {
    const filters: RowFilter[] = [
      { column: 'name', rule: 'contains', value: 'a, b: 50 %' },
      { column: 'fee', rule: 'missing', value: '' },
    ];
    expect(readFilters(writeFilters(filters), table)).toEqual(filters);
    expect(writeFilters([])).toBeNull();
    expect(readFilters(null, table)).toEqual([]);
  });

  it('leaves out filters that do not fit the table', () => {
    expect(readFilters('fee:contains:2,gone:is:1,name:is:%E0%A4%A', table)).toEqual([
      { column: 'name', rule: 'is', value: '%E0%A4%A' },
    ]);
  });

  it('keeps the order of the rows', () => {
    for (const isDescending of [true, false]) {
      const sort = { column: 'fee', isDescending };
      expect(readSort(writeSort(sort), table)).toEqual(sort);
    }
    expect(readSort('-gone', table)).toBeNull();
  });
});

describe('nextSort', () => {
  it('goes from ascending to descending to the stored order', () => {
    const first = nextSort(null, 'fee');
    const second = nextSort(first, 'fee');
    expect([first?.isDescending, second?.isDescending, nextSort(second, 'fee')]).toEqual([false, true, null]);
  });
});
