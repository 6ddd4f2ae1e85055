import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { writeParquet } from '../../../src/core/table/parquet/write-parquet.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { balances, bank as dataset, february, january, balanceTimes as times } from './bank.ts';
import { type CreateDatabase, createWorld, dump, IMPORT_DAY, monthFiles, TABLE_NAMES } from './world.ts';

export function describeSnapshotStore(create: CreateDatabase): void {
  describe('stored tables', () => {
    it('are listed by name with columns, rows, instants and digest', async () => {
      const { store } = await createWorld(create);
      expect(await store.listTables()).toEqual([]);
      await store.importTable('balances', balances, times);
      expect(await store.listTables()).toEqual([
        {
          name: 'balances',
          nRows: 5,
          columns: ['user_id', 'balance', 'at', 'landed'],
          dtypes: ['string', 'int64', 'timestamp', 'timestamp'],
          ...times,
          asOf: ['2024-01-31', '2024-02-29'],
          digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ]);
    });

    it('are listed delivery by delivery, corrections too', async () => {
      const { store } = await createWorld(create);
      await store.importMonth(monthFiles(), { asOf: january });
      const files = monthFiles({ 'labels.csv': (text) => text.replace('c,True', 'c,False') });
      await store.importMonth(files, { asOf: january, onConflict: 'correction' });
      const snapshots = await store.listSnapshots();
      const labels = snapshots.filter(({ table }) => table === 'labels');
      expect(labels.map(({ revision, nRows }) => [revision, nRows])).toEqual([
        [0, 3],
        [1, 1],
      ]);
      expect(snapshots).toHaveLength(7);
    });

    it('come back snapshot by snapshot in time order, rows in the order in which they came', async () => {
      const { store } = await createWorld(create);
      await store.importTable('balances', balances, times);
      expect(toRows(await store.readTable('balances')).map(({ balance }) => balance)).toEqual([
        2, 3, 4, 5, 1,
      ]);
    });

    it('have per instant one row per key: the one that landed last, of equals the last one', async () => {
      const { store } = await createWorld(create);
      await store.importTable('balances', balances, times);
      const snapshot = await store.readSnapshot('balances', { asOf: '2024-01-31' });
      expect(toRows(snapshot).map(({ user_id, balance }) => [user_id, balance])).toEqual([
        ['b', 2],
        ['a', 5],
      ]);
    });

    it('are refused with a text for the list of their keys', async () => {
      const { store } = await createWorld(create);
      await expect(
        store.importTable('balances', balances, { ...times, joinKeys: 'user_id' as never }),
      ).rejects.toMatchObject({ name: 'TypeError', message: "joinKeys is 'user_id'" });
      expect(await store.listTables()).toEqual([]);
    });

    it('may have keys of several columns', async () => {
      const { store } = await createWorld(create);
      const rows = [
        { region: 'n', shop: 1, at: january, sales: 1 },
        { region: 's', shop: 1, at: january, sales: 2 },
        { region: 'n', shop: 2, at: january, sales: 3 },
        { region: 'n', shop: 1, at: january, sales: 4 },
      ];
      await store.importTable('sales', fromRows(rows), {
        timestampField: 'at',
        joinKeys: ['region', 'shop'],
      });
      const snapshot = await store.readSnapshot('sales', { asOf: january });
      expect(toRows(snapshot).map(({ sales }) => sales)).toEqual([4, 2, 3]);
    });

    it('keep all rows of an instant when no join keys are known', async () => {
      const { store } = await createWorld(create);
      await store.importTable('balances', balances, { timestampField: 'at' });
      expect((await store.readSnapshot('balances', { asOf: january })).nRows).toBe(4);
    });

    it('are replaced by another table of the same name, and left alone by an equal one', async () => {
      const { store, database } = await createWorld(create);
      expect(await store.importTable('balances', balances, times)).toBe('stored');
      const before = await dump(database);
      expect(await store.importTable('balances', balances, times)).toBe('unchanged');
      expect(await dump(database)).toEqual(before);
      const other = fromRows([{ user_id: 'a', at: '2024-01-31T00:00:00Z', tier: 'gold' }]);
      expect(await store.importTable('balances', other, { timestampField: 'at' })).toBe('replaced');
      expect(toRows(await store.readTable('balances'))).toEqual([
        { user_id: 'a', at: january, tier: 'gold' },
      ]);
    });

    it('take instants as texts and epoch milliseconds too', async () => {
      const { store } = await createWorld(create);
      const table = fromRows([{ id: 1, at: '2024-01-31T06:00:00Z', landed: IMPORT_DAY }]);
      await store.importTable('t', table, { timestampField: 'at', createdTimestampColumn: 'landed' });
      expect(toRows(await store.readTable('t'))).toEqual([
        { id: 1, at: new Date('2024-01-31T06:00:00Z'), landed: new Date(IMPORT_DAY) },
      ]);
      expect((await store.listTables())[0]?.asOf).toEqual(['2024-01-31T06:00:00.000Z']);
    });

    it('of more than 400 instants are stored whole, listed under the last, and read at each', async () => {
      const { store } = await createWorld(create);
      const rows = Array.from({ length: 401 }, (_, i) => ({
        id: i % 2,
        at: new Date(IMPORT_DAY + i * 60_000),
        n: i,
      }));
      await store.importTable('events', fromRows(rows), { timestampField: 'at', joinKeys: ['id'] });
      const read = async (minute: number) => {
        const asOf = new Date(IMPORT_DAY + minute * 60_000);
        return toRows(await store.readSnapshot('events', { asOf })).map(({ n }) => n);
      };
      const last = new Date(IMPORT_DAY + 400 * 60_000);
      expect((await store.listTables())[0]?.asOf).toEqual([last.toISOString()]);
      expect((await store.readTable('events')).nRows).toBe(401);
      expect(await read(400)).toEqual([400]);
      expect(await read(7)).toEqual([7]);
      await expect(read(7.5)).rejects.toMatchObject({ name: 'KeyError' });
    });

    it('are read anew after every change, though reads are kept', async () => {
      const { store } = await createWorld(create);
      await store.importTable('balances', balances, times);
      const first = await store.readTable('balances');
      expect(await store.readTable('balances')).toBe(first);
      await store.deleteMonth({ asOf: january });
      expect(toRows(await store.readTable('balances')).map(({ balance }) => balance)).toEqual([1]);
      await store.deleteTable('balances');
      await expect(store.readTable('balances')).rejects.toMatchObject({ name: 'KeyError' });
    });

    it('go when their last month is deleted', async () => {
      const { store, database } = await createWorld(create);
      const before = await dump(database);
      await store.importMonth(monthFiles(), { asOf: january });
      await store.deleteMonth({ asOf: '2024-01-31', tables: ['labels'] });
      expect((await store.listTables()).map(({ name }) => name)).toEqual(
        TABLE_NAMES.filter((name) => name !== 'labels'),
      );
      await store.deleteMonth({ asOf: january });
      expect(await dump(database)).toEqual(before);
    });

    it('give the customers of a month and their labels', async () => {
      const { store } = await createWorld(create);
      await store.importMonth(monthFiles(), { asOf: january });
      expect(toRows(await store.entityTable({ asOf: '2024-01-31' }))).toEqual(
        ['a', 'b', 'c'].map((user_id) => ({ user_id, event_timestamp: january })),
      );
      expect(toRows(await store.labels({ asOf: '2024-01-31' }))).toEqual([
        { user_id: 'a', churn_label: false },
        { user_id: 'b', churn_label: false },
        { user_id: 'c', churn_label: true },
      ]);
    });

    it.each([
      ['an unknown table', 'balance', '2024-01-31', "no table 'balance'", "did you mean 'balances'?"],
      [
        'an unknown instant',
        'balances',
        '2024-03-31',
        "table 'balances' has no snapshot as of 2024-03-31",
        'it has 2024-01-31, 2024-02-29',
      ],
    ])('answer with a KeyError for %s', async (_, name, asOf, message, hint) => {
      const { store } = await createWorld(create);
      await store.importTable('balances', balances, times);
      await expect(store.readSnapshot(name, { asOf })).rejects.toMatchObject({
        name: 'KeyError',
        message,
        hint,
      });
    });

    it.each([
      ['a table without rows', fromRows([], { dtypes: { at: 'timestamp' } }), 'ValueError'],
      ['a row without an instant', fromRows([{ at: january }, { at: null }]), 'ValueError'],
      ['a column that is not there', fromRows([{ when: january }]), 'KeyError'],
      ['days without a time', fromRows([{ at: '2024-01-31' }]), 'ValueError'],
    ])('refuse %s and stay as they are', async (_, table, name) => {
      const { store, database } = await createWorld(create);
      await store.importTable('balances', balances, times);
      const before = await dump(database);
      const importing = store.importTable('balances', table, { timestampField: 'at' });
      await expect(importing).rejects.toMatchObject({ name, hint: expect.stringMatching(/.{5}/) });
      expect(await dump(database)).toEqual(before);
    });
  });

  describe('a dataset', () => {
    it('is stored by instant, and left alone the second time without reading its tables', async () => {
      const { store, database } = await createWorld(create);
      const stored = await store.loadDataset(dataset());
      expect(stored).toEqual([
        { table: 'balances', asOf: january.getTime(), status: 'stored', nRows: 4 },
        { table: 'balances', asOf: february.getTime(), status: 'stored', nRows: 1 },
      ]);
      expect(toRows(await store.readTable('balances')).map(({ balance }) => balance)).toEqual([
        2, 3, 4, 5, 1,
      ]);
      const before = await dump(database);
      const read: string[] = [];
      const files = dataset();
      const again = await store.loadDataset({
        read: (name) => {
          read.push(name);
          return files.read(name);
        },
      });
      expect(again.map(({ status }) => status)).toEqual(['unchanged', 'unchanged']);
      expect(read).toEqual(['manifest.json']);
      expect(await dump(database)).toEqual(before);
    });

    it('is kept with the clock on the day after its last month, or not at all where the disk runs full', async () => {
      const { store, time, database } = await createWorld(create);
      const before = await dump(database);
      // Two months of a table's record, a snapshot and its values, then the clock.
      for (let room = 0; room < 7; room++) {
        database.room = room;
        await expect(store.loadDataset(dataset())).rejects.toMatchObject({ name: 'DiskFull' });
        expect(await dump(database), `with room for ${room} steps`).toEqual(before);
        expect(time.clock.now()).toBe(IMPORT_DAY);
      }
      database.room = 7;
      await store.loadDataset(dataset());
      expect(time.clock.now()).toBe(Date.UTC(2024, 2, 1));
    });

    it('is refused when a file is not the one of the manifest', async () => {
      const { store, database } = await createWorld(create);
      const before = await dump(database);
      const whole = writeParquet(balances);
      const damaged = whole.slice(0, whole.byteLength - 1);
      await expect(store.loadDataset(dataset(whole, damaged))).rejects.toMatchObject({
        name: 'ValueError',
        message: expect.stringContaining('balances.parquet is not the file of the manifest'),
      });
      expect(await dump(database)).toEqual(before);
    });

    it('is refused when its manifest is none', async () => {
      const { store } = await createWorld(create);
      const read = async () => new TextEncoder().encode('<!doctype html>').buffer;
      await expect(store.loadDataset({ read })).rejects.toMatchObject({
        name: 'ValueError',
        message: expect.stringContaining('manifest.json is no manifest of version 1'),
      });
    });

    it('leaves nothing behind when it is cancelled', async () => {
      const { store, database } = await createWorld(create);
      const before = await dump(database);
      const signal = { aborted: false };
      const loading = store.loadDataset(dataset(), {
        signal,
        onProgress: () => {
          signal.aborted = true;
        },
      });
      await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
      expect(await dump(database)).toEqual(before);
    });

    it('asks before it takes the place of other rows, and keeps other months', async () => {
      const { store, database } = await createWorld(create);
      const march = new Date('2024-03-31T00:00:00Z');
      const own = fromRows([
        { user_id: 'a', balance: 9, at: january, landed: february },
        { user_id: 'a', balance: 8, at: march, landed: march },
      ]);
      await store.importTable('balances', own, times);
      const before = await dump(database);
      await expect(store.loadDataset(dataset())).rejects.toMatchObject({
        name: 'MonthConflictError',
        message: 'other rows are stored already: balances as of 2024-01-31 (1 changed, 1 new)',
      });
      await expect(
        store.loadDataset(dataset(), { onConflict: 'correction' as 'replace' }),
      ).rejects.toMatchObject({ name: 'ValueError', hint: "use one of 'ask', 'replace'" });
      expect(await dump(database)).toEqual(before);
      await store.loadDataset(dataset(), { onConflict: 'replace' });
      expect(toRows(await store.readTable('balances')).map(({ balance }) => balance)).toEqual([
        2, 3, 4, 5, 1, 8,
      ]);
    });
  });
}
