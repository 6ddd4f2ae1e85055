import fc from 'fast-check';
import type { Dtype } from '../../../src/core/table/column.ts';
import { columnFromCells } from '../../../src/core/table/from-rows.ts';
import { createTable, type Table } from '../../../src/core/table/table.ts';

const cells: Record<Dtype, fc.Arbitrary<unknown>> = {
  int64: fc.maxSafeInteger(),
  float64: fc.double(),
  bool: fc.boolean(),
  string: fc.string({ unit: 'grapheme', maxLength: 8 }),
  timestamp: fc.date({
    min: new Date('1700-01-01T00:00:00Z'),
    max: new Date('2250-01-01T00:00:00Z'),
    noInvalidDate: true,
  }),
};

/** Tables of up to 5 columns and 20 rows, every type, nulls in most columns. */
export function anyTable(
  options: {
    readonly string?: fc.Arbitrary<string>;
    /** NaN is left out: CSV cannot tell it from a null. */
    readonly noNaN?: boolean;
  } = {},
): fc.Arbitrary<Table> {
  const dtypes = Object.keys(cells) as Dtype[];
  const cellsOf = (dtype: Dtype): fc.Arbitrary<unknown> => {
    if (dtype === 'string') return options.string ?? cells.string;
    return dtype === 'float64' && options.noNaN ? fc.double({ noNaN: true }) : cells[dtype];
  };
  return fc
    .record({
      nRows: fc.integer({ min: 0, max: 20 }),
      columns: fc.uniqueArray(
        fc.tuple(fc.string({ minLength: 1, maxLength: 6 }), fc.constantFrom(...dtypes)),
        {
          selector: ([name]) => name,
          minLength: 1,
          maxLength: 5,
        },
      ),
    })
    .chain(({ nRows, columns }) =>
      fc
        .tuple(
          ...columns.map(([name, dtype]) =>
            fc
              .array(fc.option(cellsOf(dtype)), {
                minLength: nRows,
                maxLength: nRows,
              })
              .map((values) => [name, columnFromCells(values, { name, dtype })] as const),
          ),
        )
        .map(createTable),
    );
}
