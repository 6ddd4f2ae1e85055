import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeCsv } from '../../../../src/core/table/csv/write-csv.ts';
import { fromRows } from '../../../../src/core/table/from-rows.ts';
import { createTable } from '../../../../src/core/table/table.ts';
import { toEpochMs } from '../../../../src/core/table/timestamps.ts';

const textOf = (table: Parameters<typeof writeCsv>[0]) => [...writeCsv(table)].join('');

it('writes what pandas would read back: quotes where they are needed, nulls as nothing', () => {
  const rows = [
    { text: 'a,b', n: 1, x: 2, yes: true },
    { text: 'say "hi"', n: null, x: 0.1, yes: false },
    { text: 'NULL', n: -3, x: -0, yes: null },
    { text: '', n: 4, x: Infinity, yes: true },
  ];
  expect(textOf(fromRows(rows, { dtypes: { n: 'int64', x: 'float64' } }))).toBe(
    'text,n,x,yes\n"a,b",1,2.0,True\n"say ""hi""",,0.1,False\n"NULL",-3,-0.0,\n"",4,inf,True\n',
  );
});

it('writes a null of a single column by name, as an empty line would be no row', () => {
  expect(textOf(fromRows([{ a: 1 }, { a: null }]))).toBe('a\n1\nNULL\n');
});

it('writes instants so that they are read back to the microsecond', () => {
  const instant = fc.double({ min: -8e12, max: 8e12, noNaN: true });
  fc.assert(
    fc.property(instant, (ms) => {
      const column = { dtype: 'timestamp', values: Float64Array.of(ms), nulls: null } as const;
      const [, written] = textOf(createTable([['at', column]])).split('\n');
      expect(Math.abs(toEpochMs(written!) - ms)).toBeLessThanOrEqual(0.001);
    }),
    { numRuns: 1000 },
  );
});

it.each([
  [999.9999, '1970-01-01T00:00:01.000Z'],
  [-0.0001, '1970-01-01T00:00:00.000Z'],
  [5.9996, '1970-01-01T00:00:00.006Z'],
  [5.25, '1970-01-01T00:00:00.005250Z'],
])('writes %d milliseconds as %s', (ms, text) => {
  const column = { dtype: 'timestamp', values: Float64Array.of(ms), nulls: null } as const;
  expect(textOf(createTable([['at', column]]))).toBe(`at\n${text}\n`);
});
