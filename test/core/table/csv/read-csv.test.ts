import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesSource } from '../../../../src/core/table/byte-source.ts';
import type { Dtype } from '../../../../src/core/table/column.ts';
import { type ReadCsvOptions, readCsv } from '../../../../src/core/table/csv/read-csv.ts';
import { writeCsv } from '../../../../src/core/table/csv/write-csv.ts';
import type { Table } from '../../../../src/core/table/table.ts';
import { toRows } from '../../../../src/core/table/to-rows.ts';
import { anyTable } from '../any-table.ts';

const encoder = new TextEncoder();

function read(text: string | Uint8Array, options: ReadCsvOptions = {}) {
  return readCsv(bytesSource('users.csv', typeof text === 'string' ? encoder.encode(text) : text), options);
}

/** The same bytes in chunks of `size`. */
function chunked(bytes: Uint8Array, size: number): ByteSource {
  return {
    name: 'chunked.csv',
    size: bytes.length,
    async *bytes() {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    },
  };
}

function dtypesOf(table: Table): Record<string, Dtype> {
  return Object.fromEntries([...table.columns].map(([name, { dtype }]) => [name, dtype]));
}

describe('a CSV file', () => {
  it('gives columns of the types that its cells have', async () => {
    const { table, problems } = await read(
      'user_id,age,fee,senior,signup_date\na,41,9.5,True,2024-02-29\nb,7,12,False,2023-01-01\n',
    );
    expect(problems).toEqual([]);
    expect(dtypesOf(table)).toEqual({
      user_id: 'string',
      age: 'int64',
      fee: 'float64',
      senior: 'bool',
      signup_date: 'string',
    });
    expect(toRows(table)).toEqual([
      { user_id: 'a', age: 41, fee: 9.5, senior: true, signup_date: '2024-02-29' },
      { user_id: 'b', age: 7, fee: 12, senior: false, signup_date: '2023-01-01' },
    ]);
  });

  it.each([
    [',', 'a,b\n1,x\n'],
    [';', 'a;b\n1;x\n'],
    ['tab', 'a\tb\n1\tx\n'],
    ['|', 'a|b\n1|x\n'],
    ['; with commas in quotes', '"a";"b"\n1;"x"\n'],
  ])('is split at the delimiter that its header holds (%s)', async (_, text) => {
    expect(toRows((await read(text)).table)).toEqual([{ a: 1, b: 'x' }]);
  });

  it('may be split at a delimiter that is given', async () => {
    expect(toRows((await read('a,b|c\n1,2|x\n', { delimiter: '|' })).table)).toEqual([
      { 'a,b': '1,2', c: 'x' },
    ]);
  });

  it.each([
    ['CRLF', 'a,b\r\n1,x\r\n2,y\r\n'],
    ['CR', 'a,b\r1,x\r2,y\r'],
    ['no line end at the end', 'a,b\n1,x\n2,y'],
    ['blank lines', '\na,b\n\n1,x\n\r\n2,y\n\n\n'],
    ['a byte order mark', '\uFEFFa,b\n1,x\n2,y\n'],
  ])('is read the same with %s', async (_, text) => {
    const { table, problems } = await read(text);
    expect(problems).toEqual([]);
    expect(toRows(table)).toEqual([
      { a: 1, b: 'x' },
      { a: 2, b: 'y' },
    ]);
  });

  it('keeps delimiters, line ends and doubled quotes inside quotes', async () => {
    const { table } = await read('a,b\n"x, ""y""\r\nz",1\n"",2\n5" disc,3\n');
    expect(toRows(table)).toEqual([
      { a: 'x, "y"\r\nz', b: 1 },
      { a: '', b: 2 },
      { a: '5" disc', b: 3 },
    ]);
  });

  it('tells doubled quotes in quotes from doubled quotes in bare cells', async () => {
    const { table } = await read('a,n\n"x""y",1\nx""y,2\nx"y,3\n');
    expect(toRows(table).map(({ a }) => a)).toEqual(['x"y', 'x""y', 'x"y']);
    expect(table.columns.get('a')).toMatchObject({ dictionary: ['x"y', 'x""y'] });
  });

  it('takes the null words of pandas for nulls, but not in quotes', async () => {
    const { table } = await read('a,b\nNULL,1\n,NaN\nNA,\n"NA",None\nNorway,2\n');
    expect(toRows(table)).toEqual([
      { a: null, b: 1 },
      { a: null, b: null },
      { a: null, b: null },
      { a: 'NA', b: null },
      { a: 'Norway', b: 2 },
    ]);
    expect(dtypesOf(table)).toEqual({ a: 'string', b: 'int64' });
  });

  it('takes other null words when they are given', async () => {
    expect(toRows((await read('a,b\n-,1\nNA,2\n', { nullValues: ['-'] })).table)).toEqual([
      { a: null, b: 1 },
      { a: 'NA', b: 2 },
    ]);
  });

  it('understands decimal commas between semicolons, and refuses them beside decimal points', async () => {
    expect(toRows((await read('a;b\n1,5;x\n-0,25;y\n')).table)).toEqual([
      { a: 1.5, b: 'x' },
      { a: -0.25, b: 'y' },
    ]);
    expect((await read('a;b\n1,5;x\n1.234;y\n')).problems).toMatchObject([
      { severity: 'error', code: 'mixed-decimals', column: 'a' },
    ]);
  });

  it('reads 1 and 0 as booleans only where a boolean is asked for', async () => {
    expect(toRows((await read('a\n1\n0\n')).table)).toEqual([{ a: 1 }, { a: 0 }]);
    const { table, problems } = await read('a\n1\n0\ntrue\nTRUE\nFalse\n', { dtypes: { a: 'bool' } });
    expect(problems).toEqual([]);
    expect(toRows(table).map(({ a }) => a)).toEqual([true, false, true, true, false]);
  });

  it('infers over the whole column: a late fraction widens it, a late word makes it text, letter by letter', async () => {
    const { table } = await read('a,b,c,d\n1,007,True,1\n2,1.50,False,2\n2.5,x,maybe,3\n');
    expect(toRows(table)).toEqual([
      { a: 1, b: '007', c: 'True', d: 1 },
      { a: 2, b: '1.50', c: 'False', d: 2 },
      { a: 2.5, b: 'x', c: 'maybe', d: 3 },
    ]);
  });

  it('keeps empty quoted texts apart from nulls even before the first text', async () => {
    expect(toRows((await read('a,b\n"",1\n,2\nx,3\n')).table).map(({ a }) => a)).toEqual(['', null, 'x']);
    expect(toRows((await read('a,b\n"",1\n,2\n')).table).map(({ a }) => a)).toEqual(['', null]);
  });

  it('keeps whole numbers past 2^53 as text rather than change them', async () => {
    expect(toRows((await read('a\n9007199254740993\n1\n')).table)).toEqual([
      { a: '9007199254740993' },
      { a: '1' },
    ]);
  });

  it('rounds every decimal number to the nearest double', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.double({ noNaN: true }), fc.float({ noNaN: true })), { minLength: 1 }),
        async (numbers) => {
          const texts = numbers.flatMap((x) => [
            String(x),
            ...(Math.abs(x) < 1e21 && Number.isFinite(x) ? [x.toFixed(6)] : []),
          ]);
          const { table } = await read(`a\n${texts.join('\n')}\n`, { dtypes: { a: 'float64' } });
          expect([...(table.columns.get('a')?.values ?? [])]).toEqual(texts.map(Number));
        },
      ),
    );
  });

  it('reads instants where a timestamp is asked for, a date alone as its midnight', async () => {
    const { table, problems } = await read(
      't\n2024-01-31T12:00:00Z\n2024-01-31\n2024-01-31 06:00:00+02:00\n',
      {
        dtypes: { t: 'timestamp' },
      },
    );
    expect(problems).toEqual([]);
    expect(toRows(table).map(({ t }) => (t as Date).toISOString())).toEqual([
      '2024-01-31T12:00:00.000Z',
      '2024-01-31T00:00:00.000Z',
      '2024-01-31T04:00:00.000Z',
    ]);
  });

  it('gives typed columns without rows for a header alone', async () => {
    const { table, problems } = await read('a,b\n', { dtypes: { b: 'string' } });
    expect(problems).toEqual([]);
    expect([table.nRows, dtypesOf(table)]).toEqual([0, { a: 'float64', b: 'string' }]);
  });

  it('is read the same in chunks of any size', async () => {
    const bytes = encoder.encode('\uFEFFid;text;n\r\n1;"a ""b""\r\n;é";1,5\r\n2;x;\r\n3;"";2,25');
    const whole = await readCsv(bytesSource('chunked.csv', bytes));
    for (let size = 1; size <= bytes.length; size++) {
      const parts = await readCsv(chunked(bytes, size));
      expect(toRows(parts.table)).toEqual(toRows(whole.table));
      expect(parts.problems).toEqual(whole.problems);
    }
  });

  it('reports its bytes as progress and stops when it is cancelled', async () => {
    const bytes = encoder.encode(`a\n${'1\n'.repeat(50)}`);
    const done: number[] = [];
    await readCsv(chunked(bytes, 40), { onProgress: (progress) => done.push(progress.done) });
    expect(done).toEqual([40, 80, 102]);
    const signal = { aborted: false };
    const reading = readCsv(chunked(bytes, 40), {
      signal,
      onProgress: () => {
        signal.aborted = true;
      },
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a problem of a CSV file', () => {
  it('tells file, row, column, value and what to do', async () => {
    const { table, problems } = await read('user_id,age\na,41\nb,"4l"\nc,3.5\n', {
      dtypes: { age: 'int64' },
    });
    const rule = {
      severity: 'error',
      code: 'wrong-type',
      file: 'users.csv',
      column: 'age',
      hint: 'write whole numbers without thousands separators, up to 2^53',
    };
    expect(problems).toEqual([
      { ...rule, row: 2, value: '4l', message: "'4l' is no int64" },
      { ...rule, row: 3, value: '3.5', message: "'3.5' is no int64" },
    ]);
    expect(toRows(table).map(({ age }) => age)).toEqual([41, null, null]);
  });

  it.each([
    ['empty-file', ''],
    ['empty-file', '\n\n'],
    ['ragged-row', 'a,b\n1\n'],
    ['ragged-row', 'a,b\n1,2,3\n'],
    ['duplicate-column', 'a,b,a\n1,2,3\n'],
    ['unclosed-quote', 'a,b\n1,"x\n2,y\n'],
    ['stray-quote', 'a,b\n1,"x"y\n'],
  ])('is found: %s', async (code, text) => {
    const { problems } = await read(text);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(
      problems.every(({ severity, hint, file }) => severity === 'error' && hint && file === 'users.csv'),
    ).toBe(true);
  });

  it('is found: bytes that are no UTF-8, with their cell', async () => {
    const latin1 = Uint8Array.from(
      [...'name,n\nRen'].map((c) => c.charCodeAt(0)).concat([0xe9, 0x2c, 0x31, 0x0a]),
    );
    expect((await read(latin1)).problems).toMatchObject([
      { severity: 'error', code: 'not-utf8', row: 1, column: 'name' },
    ]);
    expect((await read('name,n\na\uFFFDb,1\n')).problems).toEqual([]);
  });

  it('is found: UTF-16', async () => {
    const bytes = new Uint8Array(new Uint16Array([0xfeff, 0x61, 0x0a, 0x31, 0x0a]).buffer);
    expect((await read(bytes)).problems[0]).toMatchObject({
      code: 'not-utf8',
      message: 'the file is UTF-16',
    });
  });

  it('is a warning for the row index that pandas exports', async () => {
    const { table, problems } = await read(',a\n0,x\n');
    expect(problems).toMatchObject([{ severity: 'warning', code: 'unnamed-column', column: 'Unnamed: 0' }]);
    expect(toRows(table)).toEqual([{ 'Unnamed: 0': 0, a: 'x' }]);
  });

  it('is listed a thousand times at most, then counted', async () => {
    const { problems } = await read(`a\n${'x\n'.repeat(1500)}`, { dtypes: { a: 'int64' } });
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toMatchObject({ code: 'more-problems', message: '500 more problems' });
  });
});

describe('a table written as CSV', () => {
  it('comes back the same', async () => {
    const noNaN = fc.string({ unit: 'grapheme', maxLength: 8 });
    const awkward = fc.constantFrom(
      '',
      'NA',
      'null',
      '"',
      ',',
      ';',
      '\n',
      '\r\n',
      ' x ',
      '1',
      'True',
      '\uFEFF',
      '-',
    );
    await fc.assert(
      fc.asyncProperty(
        anyTable({ string: fc.oneof(noNaN, awkward), noNaN: true }),
        fc.constantFrom(',' as const, '\t' as const, '|' as const),
        fc.integer({ min: 1, max: 64 }),
        async (table, delimiter, size) => {
          const bytes = encoder.encode([...writeCsv(table, { delimiter })].join(''));
          const back = await readCsv(chunked(bytes, size), { delimiter, dtypes: dtypesOf(table) });
          expect(back.problems).toEqual([]);
          expect(toRows(back.table)).toEqual(toRows(table));
        },
      ),
      { numRuns: 300 },
    );
  });
});

const months = new URL('../../../../../shared/course-data/', import.meta.url);
const isHere = existsSync(months);
if (!isHere) console.log('skipped: course months, as ../shared/course-data is not there');

describe.skipIf(!isHere)('a month of the course', () => {
  it('is read without a problem and written back byte for byte', async () => {
    const files = readdirSync(months, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.csv'),
    );
    expect(files).toHaveLength(12);
    for (const name of files) {
      const bytes = readFileSync(new URL(name, months));
      const { table, problems } = await readCsv(chunked(bytes, 10_000));
      expect(problems).toEqual([]);
      expect(table.nRows).toBe(7043);
      expect([...writeCsv(table)].join('')).toBe(bytes.toString());
    }
  });
});
