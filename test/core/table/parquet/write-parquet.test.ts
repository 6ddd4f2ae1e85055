import fc from 'fast-check';
import { parquetMetadataAsync } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../../src/core/table/from-rows.ts';
import { readParquet } from '../../../../src/core/table/parquet/read-parquet.ts';
import { writeParquet } from '../../../../src/core/table/parquet/write-parquet.ts';
import { createTable, type Table } from '../../../../src/core/table/table.ts';
import { toRows } from '../../../../src/core/table/to-rows.ts';
import { anyTable } from '../any-table.ts';

const small = fromRows([
  { user_id: 'a', age: 41, fee: 9.5, senior: true, as_of: new Date('2024-01-31T00:00:00Z') },
  { user_id: 'é', age: null, fee: Number.NaN, senior: null, as_of: null },
  { user_id: null, age: -3, fee: -0, senior: false, as_of: new Date('1969-12-31T23:59:59.999Z') },
]);

describe('a Parquet file', () => {
  it.each(['snappy', 'gzip', 'none'] as const)(
    'gives back the table that was written (%s)',
    async (compression) => {
      const read = await readParquet(writeParquet(small, { compression }));
      expect(toRows(read)).toEqual(toRows(small));
      expect([...read.columns.values()].map((column) => column.dtype)).toEqual(
        [...small.columns.values()].map((column) => column.dtype),
      );
    },
  );

  it('gives back columns that were written in an encoding of their own', async () => {
    const encodings = { user_id: 'DELTA_BYTE_ARRAY', fee: 'BYTE_STREAM_SPLIT' } as const;
    const file = writeParquet(small, { compression: 'gzip', encodings });
    expect(toRows(await readParquet(file))).toEqual(toRows(small));
    const { row_groups: groups } = await parquetMetadataAsync(file);
    const written = groups[0]!.columns.map(({ meta_data }) => meta_data!.encodings);
    expect(written[0]).toContain('DELTA_BYTE_ARRAY');
    expect(written[2]).toContain('BYTE_STREAM_SPLIT');
  });

  it('gives back any table', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable(), async (table) => {
        expect(toRows(await readParquet(writeParquet(table)))).toEqual(toRows(table));
      }),
      { numRuns: 200 },
    );
  });

  it('gives back front-coded texts and split doubles', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.constantFrom('snappy' as const, 'gzip' as const, 'none' as const),
        async (ids, compression) => {
          const table = fromRows(
            ids.toSorted().map((id, i) => ({ id, x: i / 7 })),
            { dtypes: { x: 'float64' } },
          );
          const encodings = { id: 'DELTA_BYTE_ARRAY', x: 'BYTE_STREAM_SPLIT' } as const;
          const read = await readParquet(writeParquet(table, { compression, encodings }));
          expect(toRows(read)).toEqual(toRows(table));
        },
      ),
    );
  });

  it('gives back front-coded texts with nulls', async () => {
    const table = fromRows([{ id: 'ab' }, { id: null }, { id: 'ac' }]);
    expect(toRows(await readParquet(writeParquet(table, { encodings: { id: 'DELTA_BYTE_ARRAY' } })))).toEqual(
      toRows(table),
    );
  });

  it('is the same bytes for the same table', () => {
    for (const compression of ['snappy', 'gzip'] as const) {
      expect(new Uint8Array(writeParquet(small, { compression }))).toEqual(
        new Uint8Array(writeParquet(small, { compression })),
      );
    }
  });

  it('keeps the microseconds of a timestamp', async () => {
    const values = Float64Array.of(1_706_659_200_000.123, 1_706_659_200_000.999);
    const table = createTable([['at', { dtype: 'timestamp', values, nulls: null }]]);
    const read = await readParquet(writeParquet(table));
    expect(read.columns.get('at')?.values).toEqual(values);
  });

  it('keeps the order of the rows over several row groups', async () => {
    const nRows = 300_000;
    const table = createTable([
      ['n', { dtype: 'int64', values: Float64Array.from({ length: nRows }, (_, i) => i), nulls: null }],
      ['odd', { dtype: 'bool', values: Uint8Array.from({ length: nRows }, (_, i) => i % 2), nulls: null }],
    ]);
    const read = await readParquet(writeParquet(table));
    expect(read.columns.get('n')?.values).toEqual(table.columns.get('n')?.values);
    expect(read.columns.get('odd')?.values).toEqual(table.columns.get('odd')?.values);
  });

  it('gives only the columns asked for, in that order', async () => {
    const read = await readParquet(writeParquet(small), { columns: ['fee', 'user_id'] });
    expect([...read.columns.keys()]).toEqual(['fee', 'user_id']);
  });

  it('keeps columns of a table without rows', async () => {
    const empty = fromRows([], { dtypes: { user_id: 'string', fee: 'float64' } });
    const read = await readParquet(writeParquet(empty));
    expect(read.nRows).toBe(0);
    expect([...read.columns].map(([name, { dtype }]) => [name, dtype])).toEqual([
      ['user_id', 'string'],
      ['fee', 'float64'],
    ]);
  });

  it('reports progress column by column up to all rows', async () => {
    const done: number[] = [];
    await readParquet(writeParquet(small), { fileName: 'x', onProgress: (p) => done.push(p.done) });
    expect(done).toHaveLength(5);
    expect(done.at(-1)).toBe(3);
  });

  it('stops with an AbortError once it is cancelled', async () => {
    const signal = { aborted: false };
    const reading = readParquet(writeParquet(small), {
      signal,
      onProgress: () => {
        signal.aborted = true;
      },
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a file that cannot be read', () => {
  it('is named, with what to do', async () => {
    const reading = readParquet(new TextEncoder().encode('user_id,age\na,1\n').buffer, {
      fileName: 'users.parquet',
    });
    await expect(reading).rejects.toMatchObject({
      name: 'ValueError',
      message: expect.stringContaining('users.parquet cannot be read as Parquet'),
      hint: expect.stringContaining('damaged'),
    });
  });

  it('says in words of its own that it is empty, or that its parts do not fit', async () => {
    await expect(readParquet(new ArrayBuffer(0))).rejects.toThrow('the Parquet file is empty');
    const hollow = new Uint8Array(108);
    hollow.set(new TextEncoder().encode('PAR1'));
    hollow.set(new TextEncoder().encode('PAR1'), 104);
    await expect(readParquet(hollow.buffer)).rejects.toThrow(
      'the Parquet file cannot be read as Parquet: its parts do not fit together',
    );
  });

  it('is a ValueError wherever it was cut off', async () => {
    const bytes = writeParquet(small);
    for (let length = 0; length < bytes.byteLength; length += 7) {
      await expect(readParquet(bytes.slice(0, length))).rejects.toMatchObject({ name: 'ValueError' });
    }
  });

  it.each([
    ['dictionaries', {}],
    ['front-coded texts', { encodings: { id: 'DELTA_BYTE_ARRAY' } as const, compression: 'none' as const }],
  ])(
    'never hangs and never throws anything but a ValueError when a byte is wrong (%s)',
    async (_, options) => {
      const table = fromRows(
        Array.from({ length: 40 }, (_, n) => ({ id: `user-${n}`, n, x: n / 3, even: n % 2 === 0 })),
      );
      const bytes = new Uint8Array(writeParquet(table, options));
      for (let position = 0; position < bytes.length; position += 3) {
        const damaged = bytes.slice();
        damaged[position] = (damaged[position] as number) ^ 0x55;
        const outcome = await readParquet(damaged.buffer).catch((error: Error) => error);
        if (outcome instanceof Error) expect(outcome.name).toBe('ValueError');
        else expect((outcome as Table).kind).toBe('table');
      }
    },
  );

  it('says which column is not there', async () => {
    await expect(readParquet(writeParquet(small), { columns: ['user'] })).rejects.toMatchObject({
      message: "the Parquet file has no column 'user'",
    });
  });
});
