import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/core/table/byte-source.ts';
import { readCsv } from '../../../src/core/table/csv/read-csv.ts';
import { writeParquet } from '../../../src/core/table/parquet/write-parquet.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import {
  type CreateDatabase,
  createWorld,
  dump,
  IMPORT_DAY,
  monthFiles,
  TABLE_NAMES,
  textSource,
} from './world.ts';

const JANUARY = '2024-01-31';
const asOf = new Date('2024-01-31T00:00:00Z');

export function describeImportMonth(create: CreateDatabase): void {
  describe('importing a month', () => {
    it('stores every table with the month as event timestamp and the simulated time as creation', async () => {
      const { store } = await createWorld(create);
      const imported = await store.importMonth(monthFiles(), { asOf: JANUARY });
      expect(imported.problems).toEqual([]);
      expect(imported.tables.map(({ table, status, nRows }) => [table, status, nRows]).sort()).toEqual(
        TABLE_NAMES.map((name) => [name, 'stored', 3]),
      );
      const created_timestamp = new Date(IMPORT_DAY);
      expect(toRows(await store.readTable('payments_agg_90d'))).toEqual([
        { user_id: 'a', failed_payments_90d: 1, as_of: asOf, created_timestamp },
        { user_id: 'b', failed_payments_90d: 0, as_of: asOf, created_timestamp },
        { user_id: 'c', failed_payments_90d: 1, as_of: asOf, created_timestamp },
      ]);
      expect(toRows(await store.readTable('subscriptions'))[2]).toMatchObject({
        plan_stream_tv: null,
        plan_stream_movies: null,
        months_active: 26,
      });
    });

    it('lands no earlier than the day after the month, though the clock says otherwise', async () => {
      const { store, time } = await createWorld(create);
      await time.set(Date.UTC(2023, 11, 1));
      await store.importMonth(monthFiles(), { asOf: JANUARY });
      const [row] = toRows(await store.readTable('labels'));
      expect(row?.created_timestamp).toEqual(new Date('2024-02-01T00:00:00Z'));
      expect(time.clock.now()).toBe(Date.UTC(2024, 1, 1));
    });

    it('moves the clock on to the day after the month, and never back', async () => {
      const { store, time } = await createWorld(create);
      const later = Date.UTC(2024, 2, 1);
      await store.importMonth(monthFiles(), { asOf: '2024-02-29' });
      expect(time.clock.now()).toBe(later);
      await store.importMonth(monthFiles(), { asOf: JANUARY });
      await time.reread();
      expect(time.clock.now()).toBe(later);
    });

    it('keeps neither the month nor the clock where the disk runs full at any step', async () => {
      const { store, time, database } = await createWorld(create);
      await store.importMonth(monthFiles(), { asOf: JANUARY });
      const before = await dump(database);
      // Per table its record, its snapshot and its values, then the clock.
      const nSteps = 3 * TABLE_NAMES.length + 1;
      for (let room = 0; room < nSteps; room++) {
        database.room = room;
        const importing = store.importMonth(monthFiles(), { asOf: '2024-02-29' });
        await expect(importing).rejects.toMatchObject({ name: 'DiskFull' });
        expect(await dump(database), `with room for ${room} steps`).toEqual(before);
        expect(time.clock.now()).toBe(IMPORT_DAY);
      }
      database.room = nSteps;
      await store.importMonth(monthFiles(), { asOf: '2024-02-29' });
      expect(time.clock.now()).toBe(Date.UTC(2024, 2, 1));
    });

    it('changes nothing when the same month comes again, even on another day and from Parquet', async () => {
      const { store, database, time } = await createWorld(create);
      await store.importMonth(monthFiles(), { asOf: JANUARY });
      await time.advance({ days: 1 });
      const before = await dump(database);
      const again = await store.importMonth(monthFiles(), { asOf });
      expect(again.tables.every(({ status, nRows }) => status === 'unchanged' && nRows === 0)).toBe(true);
      const files = await Promise.all(
        monthFiles().map(async (source) => {
          const { table } = await readCsv(source);
          return bytesSource(source.name.replace('.csv', '.parquet'), new Uint8Array(writeParquet(table)));
        }),
      );
      const fromParquet = await store.importMonth(files, { asOf });
      expect(fromParquet.tables.every(({ status }) => status === 'unchanged')).toBe(true);
      expect(await dump(database)).toEqual(before);
    });

    it('asks when rows changed, and tells which tables and how many rows', async () => {
      const { store, database } = await createWorld(create);
      await store.importMonth(monthFiles(), { asOf: JANUARY });
      const before = await dump(database);
      const changed = monthFiles({
        'payments_agg_90d.csv': (text) => text.replace('a,1', 'a,2').replace('b,0', 'b,1'),
        'labels.csv': (text) => text.replace('c,True', 'c,False'),
      });
      await expect(store.importMonth(changed, { asOf: JANUARY })).rejects.toMatchObject({
        name: 'MonthConflictError',
        message:
          'other rows are stored already: payments_agg_90d as of 2024-01-31 (2 changed), labels as of 2024-01-31 (1 changed)',
        hint: expect.stringContaining("onConflict: 'replace'"),
        differences: [
          { table: 'payments_agg_90d', nChanged: 2, nAdded: 0, nRemoved: 0 },
          { table: 'labels', nChanged: 1, nAdded: 0, nRemoved: 0 },
        ],
      });
      expect(await dump(database)).toEqual(before);
    });

    it('replaces the changed tables when told to', async () => {
      const { store } = await createWorld(create);
      await store.importMonth(monthFiles(), { asOf: JANUARY });
      const changed = monthFiles({ 'payments_agg_90d.csv': (text) => text.replace('a,1', 'a,2') });
      const { tables } = await store.importMonth(changed, { asOf: JANUARY, onConflict: 'replace' });
      expect(tables.filter(({ status }) => status !== 'unchanged')).toMatchObject([
        { table: 'payments_agg_90d', status: 'replaced', nRows: 3 },
      ]);
      expect(toRows(await store.readTable('payments_agg_90d')).map((row) => row.failed_payments_90d)).toEqual(
        [2, 0, 1],
      );
    });

    it('keeps both as a correction that lands later, even when the clock stands still', async () => {
      const { store } = await createWorld(create);
      await store.importMonth(monthFiles(), { asOf: JANUARY });
      const changed = monthFiles({ 'payments_agg_90d.csv': (text) => text.replace('b,0', 'b,3') });
      const { tables } = await store.importMonth(changed, { asOf: JANUARY, onConflict: 'correction' });
      expect(tables.filter(({ status }) => status !== 'unchanged')).toMatchObject([
        { table: 'payments_agg_90d', status: 'corrected', nRows: 1 },
      ]);
      expect(
        toRows(await store.readTable('payments_agg_90d')).map((row) => [
          row.user_id,
          row.failed_payments_90d,
          (row.created_timestamp as Date).getTime() - IMPORT_DAY,
        ]),
      ).toEqual([
        ['a', 1, 0],
        ['b', 0, 0],
        ['c', 1, 0],
        ['b', 3, 1],
      ]);
      const state = toRows(await store.readSnapshot('payments_agg_90d', { asOf: JANUARY }));
      expect(state.map((row) => [row.user_id, row.failed_payments_90d])).toEqual([
        ['a', 1],
        ['b', 3],
        ['c', 1],
      ]);
      const again = await store.importMonth(changed, { asOf: JANUARY });
      expect(again.tables.every(({ status }) => status === 'unchanged')).toBe(true);
    });

    it('corrects a correction', async () => {
      const { store, time } = await createWorld(create);
      const payments = (value: number) =>
        monthFiles({ 'payments_agg_90d.csv': (text) => text.replace('b,0', `b,${value}`) });
      for (const value of [0, 1, 2]) {
        await store.importMonth(payments(value), { asOf: JANUARY, onConflict: 'correction' });
        await time.advance({ hours: 1 });
      }
      const state = await store.readSnapshot('payments_agg_90d', { asOf: JANUARY });
      expect(toRows(state)[1]).toMatchObject({
        failed_payments_90d: 2,
        created_timestamp: new Date(IMPORT_DAY + 7_200_000),
      });
    });

    it('knows no other way to meet stored rows than those three', async () => {
      const { store, database } = await createWorld(create);
      await store.importMonth(monthFiles(), { asOf: JANUARY });
      const before = await dump(database);
      const onConflict = 'keep-both' as 'correction';
      await expect(store.importMonth(monthFiles(), { asOf: JANUARY, onConflict })).rejects.toMatchObject({
        name: 'ValueError',
        message: "onConflict is 'keep-both'",
        hint: "use one of 'ask', 'replace', 'correction'",
      });
      expect(await dump(database)).toEqual(before);
    });

    it('does not let a correction take customers away', async () => {
      const { store, database } = await createWorld(create);
      await store.importMonth(monthFiles(), { asOf: JANUARY });
      const before = await dump(database);
      const withoutC = Object.fromEntries(
        TABLE_NAMES.map((name) => [`${name}.csv`, (text: string) => text.replace(/^c,.*\n/m, '')]),
      );
      const importing = store.importMonth(monthFiles(withoutC), { asOf: JANUARY, onConflict: 'correction' });
      await expect(importing).rejects.toMatchObject({
        name: 'MonthConflictError',
        hint: expect.stringContaining('not take them away'),
      });
      expect(await dump(database)).toEqual(before);
    });

    it('keeps the creation times that a file brings along', async () => {
      const { store } = await createWorld(create);
      const files = monthFiles({
        'payments_agg_90d.csv': () =>
          'user_id,failed_payments_90d,created_timestamp\na,1,2024-02-03T00:00:00Z\nb,0,2024-02-04T00:00:00Z\nc,1,2024-02-05\n',
      });
      await store.importMonth(files, { asOf: JANUARY });
      const rows = toRows(await store.readTable('payments_agg_90d'));
      expect(rows.map((row) => (row.created_timestamp as Date).toISOString().slice(0, 10))).toEqual([
        '2024-02-03',
        '2024-02-04',
        '2024-02-05',
      ]);
    });

    it('reads columns under other names when they are mapped', async () => {
      const { store } = await createWorld(create);
      const files = monthFiles({
        'labels.csv': (text) => text.replace('user_id,churn_label', 'customer,left'),
      });
      const mapping = { labels: { customer: 'user_id', left: 'churn_label' } };
      await store.importMonth(files, { asOf: JANUARY, mapping });
      expect(toRows(await store.labels({ asOf: JANUARY }))[2]).toEqual({ user_id: 'c', churn_label: true });
    });

    it('leaves out columns that are mapped to nothing', async () => {
      const { store } = await createWorld(create);
      const files = monthFiles({
        'payments_agg_90d.csv': (text) => text.replaceAll('\n', ',note\n'),
      });
      await store.importMonth(files, { asOf: JANUARY, mapping: { payments_agg_90d: { note: null } } });
      expect([...(await store.readTable('payments_agg_90d')).columns.keys()]).toEqual([
        'user_id',
        'failed_payments_90d',
        'as_of',
        'created_timestamp',
      ]);
    });

    it('goes without labels, which are known later, and says so', async () => {
      const { store } = await createWorld(create);
      const files = [...monthFiles({ 'labels.csv': null }), textSource('month_000/README.md', 'hello')];
      const { problems, tables } = await store.importMonth(files, { asOf: JANUARY });
      expect(tables).toHaveLength(5);
      expect(problems).toMatchObject([
        { severity: 'warning', code: 'unknown-file', file: 'month_000/README.md' },
        { severity: 'warning', code: 'missing-table', message: 'there is no file for labels' },
      ]);
    });

    it('warns of a category that was never seen and stores it', async () => {
      const { store } = await createWorld(create);
      const files = monthFiles({ 'subscriptions.csv': (text) => text.replace('DSL', 'Satellite') });
      const { problems } = await store.importMonth(files, { asOf: JANUARY });
      expect(problems).toMatchObject([
        { severity: 'warning', code: 'unknown-value', row: 1, column: 'net_service', value: 'Satellite' },
      ]);
    });
  });

  describe('a month that cannot be imported', () => {
    it.each([
      ['a table is missing', { 'users.csv': null }, 'missing-table', {}],
      [
        'a column is missing',
        { 'labels.csv': (t: string) => t.replace('churn_label', 'churn') },
        'missing-column',
        { column: 'churn_label' },
      ],
      [
        'a column is unknown',
        { 'labels.csv': (t: string) => t.replace('churn_label', 'churn') },
        'unexpected-column',
        { column: 'churn' },
      ],
      [
        'a value has the wrong type',
        { 'users.csv': (t: string) => t.replace('Male,False', 'Male,no') },
        'wrong-type',
        { row: 2, column: 'user_is_senior', value: 'no' },
      ],
      [
        'a value is missing',
        { 'users.csv': (t: string) => t.replace('Female', '') },
        'null-value',
        { row: 1, column: 'user_gender', value: null },
      ],
      [
        'a value is out of range',
        { 'subscriptions.csv': (t: string) => t.replace('56.95', '-56.95') },
        'out-of-range',
        { row: 2, column: 'monthly_fee', value: -56.95 },
      ],
      [
        'a customer occurs twice',
        { 'labels.csv': (t: string) => t.replace('b,', 'a,') },
        'duplicate-key',
        { row: 1, column: 'user_id', value: 'a' },
      ],
      [
        'a table holds another customer',
        { 'labels.csv': (t: string) => t.replace('b,', 'd,') },
        'unmatched-key',
        { row: 2, column: 'user_id', value: 'd' },
      ],
      [
        'a row is ragged',
        { 'labels.csv': (t: string) => t.replace('b,False', 'b') },
        'ragged-row',
        { row: 2 },
      ],
      [
        'a file carries another month',
        {
          'labels.csv': () =>
            'user_id,churn_label,as_of\na,True,2024-02-29\nb,True,2024-01-31\nc,True,2024-01-31\n',
        },
        'other-instant',
        {
          row: 1,
          column: 'as_of',
          message: 'as_of is 2024-02-29T00:00:00.000Z, not 2024-01-31T00:00:00.000Z',
        },
      ],
      [
        'a file has a header alone',
        { 'labels.csv': () => 'user_id,churn_label\n' },
        'no-rows',
        { message: 'labels has a header and no rows', file: 'month_000/labels.csv' },
      ],
    ])('is refused as a whole when %s', async (_, changes, code, place) => {
      const { store, database } = await createWorld(create);
      const before = await dump(database);
      const error = await store
        .importMonth(monthFiles(changes), { asOf: JANUARY })
        .catch((caught: unknown) => caught);
      expect(error).toMatchObject({
        name: 'ImportError',
        message: expect.stringContaining('month 2024-01-31 was not stored'),
      });
      const { problems } = error as { problems: { code: string; severity: string; hint: string }[] };
      const problem = problems.find((candidate) => candidate.code === code);
      expect(problem).toMatchObject({
        severity: 'error',
        code,
        hint: expect.stringMatching(/.{5}/),
        ...place,
      });
      expect(await dump(database)).toEqual(before);
    });

    it('refuses a mapping for a table that no month has', async () => {
      const { store } = await createWorld(create);
      const mapping = { payment_agg_90d: { note: null } };
      await expect(store.importMonth(monthFiles(), { asOf: JANUARY, mapping })).rejects.toMatchObject({
        name: 'ValueError',
        message: "mapping is given for 'payment_agg_90d', no table of the month",
        hint: "did you mean 'payments_agg_90d'?",
      });
    });

    it('tells of all problems of all files at once', async () => {
      const { store } = await createWorld(create);
      const files = monthFiles({
        'users.csv': (text) => text.replace('Male,False', 'Male,no'),
        'subscriptions.csv': (text) => text.replace('56.95', '-1').replace(',24,', ',x,'),
        'labels.csv': (text) => text.replace('b,', 'a,'),
      });
      const importing = store.importMonth([...files, textSource('support_agg_90d.parquet', 'PAR1')], {
        asOf: JANUARY,
      });
      const error = (await importing.catch((caught: unknown) => caught)) as {
        problems: { code: string; file: string }[];
      };
      expect(error.problems.map(({ code, file }) => `${file} ${code}`).sort()).toEqual([
        'month_000/labels.csv duplicate-key',
        'month_000/labels.csv duplicate-key',
        'month_000/subscriptions.csv wrong-type',
        'month_000/users.csv wrong-type',
        'support_agg_90d.parquet duplicate-table',
        'support_agg_90d.parquet unreadable-file',
      ]);
    });

    it('leaves nothing behind when it is cancelled', async () => {
      const { store, database } = await createWorld(create);
      const before = await dump(database);
      const signal = { aborted: false };
      const importing = store.importMonth(monthFiles(), {
        asOf: JANUARY,
        signal,
        onProgress: ({ done, total }) => {
          signal.aborted = done === total;
        },
      });
      await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
      expect(await dump(database)).toEqual(before);
    });

    it('is refused when a table is stored with other columns', async () => {
      const { store, database } = await createWorld(create);
      await store.importTable(
        'labels',
        (await readCsv(textSource('x', 'id,at\n1,2024-01-31T00:00:00Z\n'))).table,
        {
          timestampField: 'at',
        },
      );
      const before = await dump(database);
      await expect(store.importMonth(monthFiles(), { asOf: JANUARY })).rejects.toMatchObject({
        name: 'ValueError',
        message: "table 'labels' is stored with other columns or times",
      });
      expect(await dump(database)).toEqual(before);
    });
  });
}
