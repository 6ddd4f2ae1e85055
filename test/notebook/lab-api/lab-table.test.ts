import { expect, it } from 'vitest';
import { openLab } from './lab.ts';

const at = new Date('2024-01-01T00:00:00Z');
const rows = [
  { id: 1, x: 1.5, at },
  { id: 2, x: null, at },
];

async function tableOf() {
  const { data } = await openLab();
  await data.importTable('t', rows, { timestampField: 'at' });
  return data.snapshot('t', { asOf: at });
}

it('is a table, rows and a DataFrame, awaited or not', async () => {
  const table = await tableOf();
  expect(table.toRows()).toEqual(rows);
  expect(await table.toRows()).toEqual(rows);
  expect([(await table.toDf()).shape, table.toDf().columns]).toEqual([
    [2, 3],
    ['id', 'x', 'at'],
  ]);
  expect(table.toTable().columns).toBe(table.columns);
});

it('gives some columns and some rows, and keeps its forms', async () => {
  const table = await tableOf();
  expect(table.drop(['id', 'at']).toRows()).toEqual([{ x: 1.5 }, { x: null }]);
  expect(table.select('x').toRows()).toEqual(table.drop(['id', 'at']).toRows());
  expect(table.select('x', 'id').toRows()).toEqual(table.select(['x', 'id']).toRows());
  expect(table.drop('id', 'at').toRows()).toEqual(table.select('x').toRows());
  expect(() => table.select('x', 1 as never)).toThrow("a column's name is 1");
  expect(table.head(1).toRows()).toEqual([rows[0]]);
  expect([-1, -5, 0, 9].map((nRows) => table.head(nRows).nRows)).toEqual([1, 0, 0, 2]);
  expect(() => table.head(1.5)).toThrow('nRows is 1.5');
  expect(() => table.drop(['id', 'xx'])).toThrow(expect.objectContaining({ name: 'KeyError' }));
  expect(table.column('id')).toEqual([1, 2]);
  expect(() => table.column('idd')).toThrow(expect.objectContaining({ hint: "did you mean 'id'?" }));
});

it('is an empty DataFrame with its columns when it has no rows', async () => {
  const frame = (await tableOf()).head(0).toDf();
  expect([frame.shape, frame.columns]).toEqual([
    [0, 3],
    ['id', 'x', 'at'],
  ]);
});
