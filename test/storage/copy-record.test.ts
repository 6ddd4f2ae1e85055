import { expect, it } from 'vitest';
import { copyRecord } from '../../src/storage/copy-record.ts';

it('copies whatever a database may hold, as a structured clone does', () => {
  const record = {
    name: 'a',
    nRows: 2,
    isLast: false,
    none: null,
    unknown: undefined,
    packed: Uint8Array.of(1, 2, 3).buffer,
    values: Float64Array.of(0.5, -0),
    nested: { at: new Date(0), list: [1, { deep: Uint8Array.of(7).buffer }], map: new Map([['k', 1n]]) },
  };
  expect(copyRecord(record)).toEqual(structuredClone(record));
});

it('shares nothing with the record', () => {
  const record = { packed: Uint8Array.of(1).buffer, values: Int32Array.of(1), nested: { list: [1] } };
  const copy = copyRecord(record);
  new Uint8Array(record.packed)[0] = 9;
  record.values[0] = 9;
  record.nested.list[0] = 9;
  expect([...new Uint8Array(copy.packed), ...copy.values, ...copy.nested.list]).toEqual([1, 1, 1]);
});

it('refuses functions, as IndexedDB does', () => {
  expect(() => copyRecord({ run: () => 1 })).toThrow(expect.objectContaining({ name: 'DataCloneError' }));
});
