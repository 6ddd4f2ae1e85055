import { digestOf } from '../../../src/core/digest.ts';
import type { DatasetFiles } from '../../../src/core/snapshots/dataset-manifest.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { writeParquet } from '../../../src/core/table/parquet/write-parquet.ts';

export const january = new Date('2024-01-31T00:00:00Z');
export const february = new Date('2024-02-29T00:00:00Z');

export const balances = fromRows([
  { user_id: 'a', balance: 1, at: february, landed: new Date('2024-03-01T00:00:00Z') },
  { user_id: 'b', balance: 2, at: january, landed: new Date('2024-02-05T00:00:00Z') },
  { user_id: 'a', balance: 3, at: january, landed: new Date('2024-02-01T00:00:00Z') },
  { user_id: 'b', balance: 4, at: january, landed: new Date('2024-02-02T00:00:00Z') },
  { user_id: 'a', balance: 5, at: january, landed: new Date('2024-02-01T00:00:00Z') },
]);
export const balanceTimes = {
  timestampField: 'at',
  createdTimestampColumn: 'landed',
  joinKeys: ['user_id'],
};

/** A dataset of one table over two months, with a file that can be damaged. */
export function bank(bytes = writeParquet(balances), shipped = bytes): DatasetFiles {
  const manifest = {
    kind: 'dataset-manifest',
    version: 1,
    name: 'bank',
    asOf: [january.toISOString(), february.toISOString()],
    tables: [
      {
        name: 'balances',
        file: 'balances.parquet',
        rows: 5,
        sha256: digestOf(new Uint8Array(bytes)),
        ...balanceTimes,
        columns: [...balances.columns].map(([name, { dtype }]) => ({ name, dtype })),
      },
    ],
  };
  const files = new Map<string, ArrayBuffer>([
    ['manifest.json', new TextEncoder().encode(JSON.stringify(manifest)).buffer],
    ['balances.parquet', shipped],
  ]);
  return { read: async (name) => files.get(name) as ArrayBuffer };
}
