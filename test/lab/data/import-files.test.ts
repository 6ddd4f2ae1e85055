import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/core/table/byte-source.ts';
import { readCsv } from '../../../src/core/table/csv/read-csv.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { readParquet } from '../../../src/core/table/parquet/read-parquet.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { openHeadlessLab } from '../../../src/headless/open-lab.ts';
import { deleteData } from '../../../src/lab/data/delete-data.ts';
import { exportRows } from '../../../src/lab/data/export-table.ts';
import {
  guessAsOf,
  guessTable,
  importMonthFiles,
  importTableFile,
} from '../../../src/lab/data/import-files.ts';
import { assignTable, openFiles } from '../../../src/lab/data/open-files.ts';
import { readMatrix } from '../../../src/lab/data/read-matrix.ts';
import { readRows } from '../../../src/lab/data/read-rows.ts';
import { MONTH } from '../../core/snapshots/world.ts';

type Files = Readonly<Record<string, string>>;

const open = async (files: Files, folder = 'month_2024-01-31') => {
  const dropped = Object.entries(files).map(([name, text]) => ({
    path: `${folder}/${name}`,
    file: new Blob([text]),
  }));
  return (await openFiles(dropped))[0]!;
};
const asOf = '2024-01-31';
const ask = { asOf, onConflict: 'ask' } as const;

describe('openFiles', () => {
  it('says which table each file seems to be, of which day, with its first rows', async () => {
    const group = await open({ ...MONTH, 'notes.md': 'hello' });
    expect(group).toMatchObject({ folder: 'month_2024-01-31', asOf });
    expect(group.files.map(({ table }) => table)).toEqual(
      Object.keys(MONTH).map((name) => name.slice(0, -4)),
    );
    expect(toRows(group.files[5]!.preview)[2]).toEqual({ user_id: 'c', churn_label: true });
  });

  it('finds the day inside the files, where no name tells', async () => {
    const labels = 'user_id,churn_label,as_of\na,True,2024-02-29T00:00:00Z\n';
    expect((await open({ 'labels.csv': labels }, 'export')).asOf).toBe('2024-02-29');
    expect((await open({ 'labels.csv': 'user_id,churn_label\na,True\n' }, 'export')).asOf).toBeNull();
  });

  it('previews five rows of a file that is cut in the middle of a line', async () => {
    const text = `user_id,churn_label\n${'a-long-user-name,True\n'.repeat(10_000)}`;
    const { preview, error } = (await open({ 'labels.csv': text })).files[0]!;
    expect([preview.nRows, error]).toEqual([5, null]);
  });

  it('keeps a file that cannot be read, with the reason', async () => {
    const { files } = await open({ 'labels.parquet': 'no parquet' });
    expect(files[0]).toMatchObject({ table: 'labels', error: { name: 'ValueError' }, columnsInFile: [] });
  });
});

describe('importMonthFiles', () => {
  it('stores the month as it was mapped, in the order of the lab', async () => {
    const lab = await openHeadlessLab();
    const renamed = { ...MONTH, 'labels.csv': 'note,User-ID,churn_label\nx,a,False\nx,b,False\nx,c,True\n' };
    const { files } = await open(renamed);
    const imported = await importMonthFiles(lab, files, ask);
    expect(imported.tables.map(({ status }) => status)).toEqual(Array(6).fill('stored'));
    const { rows } = await readRows(lab, { table: 'labels', month: asOf });
    expect(toRows(rows)[2]).toMatchObject({ user_id: 'c', churn_label: true });
  });

  it('names the student’s own files in the problems, and stores nothing', async () => {
    const lab = await openHeadlessLab();
    const { files } = await open({
      ...MONTH,
      'my-labels.csv': MONTH['labels.csv']!.replace('True', 'maybe'),
    });
    const chosen = files.map((file) =>
      file.file.name.endsWith('/labels.csv') ? assignTable(file, null) : file,
    );
    const refused = importMonthFiles(lab, chosen, ask);
    await expect(refused).rejects.toMatchObject({
      name: 'ImportError',
      problems: [{ file: 'month_2024-01-31/my-labels.csv', row: 3, column: 'churn_label', value: 'maybe' }],
    });
    expect((await readMatrix(lab)).rows).toEqual([]);
  });

  it('asks before a month is changed, and marks the corrected rows', async () => {
    const lab = await openHeadlessLab();
    await importMonthFiles(lab, (await open(MONTH)).files, ask);
    const { files } = await open({ ...MONTH, 'labels.csv': MONTH['labels.csv']!.replace('True', 'False') });
    await expect(importMonthFiles(lab, files, ask)).rejects.toMatchObject({
      name: 'MonthConflictError',
      differences: [{ table: 'labels', nChanged: 1, nAdded: 0, nRemoved: 0 }],
    });
    await importMonthFiles(lab, files, { asOf, onConflict: 'correction' });
    const { rows, months } = await readMatrix(lab);
    expect(months).toEqual([asOf]);
    const counts = rows.map(({ table, cells }) => [table.name, cells[asOf]?.nRows, cells[asOf]?.nCorrected]);
    expect(counts).toEqual([
      ['labels', 3, 1],
      ['payments_agg_90d', 3, 0],
      ['subscriptions', 3, 0],
      ['support_agg_90d', 3, 0],
      ['usage_agg_30d', 3, 0],
      ['users', 3, 0],
    ]);
    expect((await readRows(lab, { table: 'labels', month: 'all' })).rows.nRows).toBe(4);
  });

  it('stores nothing when it is cancelled', async () => {
    const lab = await openHeadlessLab();
    const { files } = await open(MONTH);
    const cancelled = importMonthFiles(lab, files, { ...ask, signal: { aborted: true } });
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect((await readMatrix(lab)).rows).toEqual([]);
  });
});

describe('importTableFile', () => {
  const meaning = { name: 'balances', timestampField: 'at', joinKeys: ['id'] };

  it('stores a table of any columns, and deletes it month by month', async () => {
    const lab = await openHeadlessLab();
    const text = 'id,at,n\na,2024-01-31T00:00:00Z,1\na,2024-02-29T00:00:00Z,2\n';
    expect(await importTableFile(lab, bytesSource('b.csv', new TextEncoder().encode(text)), meaning)).toBe(
      'stored',
    );
    expect((await readMatrix(lab)).months).toEqual([asOf, '2024-02-29']);
    await deleteData(lab, { table: 'balances', month: asOf }, 'snapshot');
    expect((await readMatrix(lab)).months).toEqual(['2024-02-29']);
    await deleteData(lab, { table: 'balances', month: '2024-02-29' }, 'table');
    expect((await readMatrix(lab)).rows).toEqual([]);
  });

  it('refuses a file with problems', async () => {
    const lab = await openHeadlessLab();
    const file = bytesSource('b.csv', new TextEncoder().encode('id,at\na\n'));
    await expect(importTableFile(lab, file, meaning)).rejects.toMatchObject({
      name: 'ImportError',
      problems: [{ code: 'ragged-row', file: 'b.csv', row: 1 }],
    });
  });
});

describe('exportRows', () => {
  const rows = fromRows([
    { id: 'a', fee: 1.5 },
    { id: 'b', fee: null },
  ]);

  it('gives files that read back as the same rows', async () => {
    const csv = exportRows({ table: 't', month: asOf, rows }, 'csv');
    expect(csv.name).toBe('t-2024-01-31.csv');
    const bytes = new Uint8Array(await csv.blob.arrayBuffer());
    expect(toRows((await readCsv(bytesSource(csv.name, bytes))).table)).toEqual(toRows(rows));
    const parquet = exportRows({ table: 't', month: '2024-01-31T06:00:00.000Z', rows }, 'parquet');
    expect(parquet.name).toBe('t-2024-01-31T06-00-00.000Z.parquet');
    expect(toRows(await readParquet(await parquet.blob.arrayBuffer(), { fileName: parquet.name }))).toEqual(
      toRows(rows),
    );
  });
});

describe('guesses', () => {
  it.for([
    ['month/users.csv', 'users'],
    ['usage-agg-30d.parquet', 'usage_agg_30d'],
    ['2024_labels_final.csv', 'labels'],
    ['balances.csv', null],
  ] as const)('take %s for %s', ([name, table]) => {
    expect(guessTable(name)).toBe(table);
  });

  it('read a day out of a name', () => {
    expect(guessAsOf('export 2024-01-31 (2)')).toBe(asOf);
    expect(guessAsOf('month_000')).toBeNull();
  });
});
