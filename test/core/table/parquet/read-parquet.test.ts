import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readParquet } from '../../../../src/core/table/parquet/read-parquet.ts';
import { toRows } from '../../../../src/core/table/to-rows.ts';

const folder = new URL('./foreign/', import.meta.url);
const files = readdirSync(folder).filter((name) =>
  /^(pandas|pyarrow|duckdb)-(?!types).*\.parquet$/.test(name),
);

function bytesOf(name: string): ArrayBuffer {
  const bytes = readFileSync(new URL(name, folder));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

describe('a Parquet file of another writer', () => {
  it('is told by its compression where that cannot be read', async () => {
    const reading = readParquet(bytesOf('unreadable-lz4.parquet'), { fileName: 'users.parquet' });
    await expect(reading).rejects.toMatchObject({
      name: 'ValueError',
      message: 'users.parquet is compressed with LZ4_RAW, which the lab does not read',
      hint: expect.stringContaining("compression='snappy'"),
    });
  });

  it.each(files)('%s is read with its types and nulls', async (name) => {
    const table = await readParquet(bytesOf(name));
    expect([...table.columns].map(([column, { dtype }]) => [column, dtype])).toEqual([
      ['user_id', 'string'],
      ['tickets', 'int64'],
      ['fee', 'float64'],
      ['senior', 'bool'],
      ['signup_date', 'string'],
      ['as_of', 'timestamp'],
    ]);
    const rows = toRows(table);
    // pandas turns NaN into a null, DuckDB keeps it apart.
    const fee = rows[1]?.fee === null ? null : Number.NaN;
    expect(rows).toEqual([
      {
        user_id: 'a',
        tickets: 3,
        fee: 9.5,
        senior: true,
        signup_date: '2024-02-29',
        as_of: new Date('2024-01-31T00:00:00Z'),
      },
      { user_id: 'é', tickets: null, fee, senior: null, signup_date: '1969-12-31', as_of: null },
      {
        user_id: null,
        tickets: -1,
        fee: -0.25,
        senior: false,
        signup_date: null,
        as_of: new Date('2024-01-31T12:34:56.789Z'),
      },
    ]);
    expect(table.columns.get('as_of')?.values[2]).toBe(1_706_704_496_789.123);
  });

  it('covers pandas, pyarrow and DuckDB with Snappy, gzip, Zstandard and no compression', () => {
    expect(files).toHaveLength(7);
  });

  it('gives decimals as the nearest double', async () => {
    const table = await readParquet(bytesOf('duckdb-types.parquet'), { columns: ['price'] });
    expect(toRows(table)).toEqual([{ price: 1.15 }]);
  });

  it.each([
    ['at', 'TIME'],
    ['list', 'LIST'],
  ])('refuses a column the lab has no place for (%s)', async (column, type) => {
    await expect(
      readParquet(bytesOf('duckdb-types.parquet'), { fileName: 'prices.parquet', columns: [column] }),
    ).rejects.toMatchObject({
      name: 'ValueError',
      message: `column '${column}' of prices.parquet is ${type}, which a table cannot hold`,
    });
  });
});
