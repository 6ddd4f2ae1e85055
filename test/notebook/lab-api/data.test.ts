import { describe, expect, it } from 'vitest';
import { MONTH, openLab, openLabWithMonth } from './lab.ts';

describe('a month', () => {
  it('moves the clock to the day after it, and lands no earlier', async () => {
    const { data, clock } = await openLab();
    await clock.set('2023-01-01');
    await data.importMonth(MONTH, { asOf: '2024-01-31' });
    expect(clock.now()).toEqual(new Date('2024-02-01T00:00:00Z'));
    const [row] = (await data.snapshot('labels', { asOf: '2024-01-31' })).toRows();
    expect(row).toEqual({
      user_id: 'a',
      churn_label: false,
      as_of: new Date('2024-01-31T00:00:00Z'),
      created_timestamp: new Date('2024-02-01T00:00:00Z'),
    });
  });

  it('that comes late moves no clock back', async () => {
    const { data, clock } = await openLab();
    await clock.set('2024-06-01');
    await data.importMonth(MONTH, { asOf: '2024-01-31' });
    expect(clock.now()).toEqual(new Date('2024-06-01T00:00:00Z'));
  });

  it('gives its customers and their labels', async () => {
    const { lab } = await openLabWithMonth();
    const at = new Date('2024-01-31T00:00:00Z');
    expect((await lab.data.entityDf({ asOf: '2024-01-31' })).toRows().slice(2)).toEqual([
      { user_id: 'c', event_timestamp: at },
      { user_id: 'd', event_timestamp: at },
    ]);
    expect((await lab.data.labels({ asOf: at })).column('churn_label')).toEqual([false, false, true, true]);
  });
});

describe('a failed or cancelled import leaves stores and clock as they were', () => {
  const aborted = { aborted: true };
  it.each<[string, Record<string, string>, object, string]>([
    ['a file missing', { 'users.csv': MONTH['users.csv'] }, {}, 'ImportError'],
    ['a bad value', { ...MONTH, 'labels.csv': 'user_id,churn_label\na,maybe\n' }, {}, 'ImportError'],
    ['no instant', MONTH, { asOf: undefined }, 'TypeError'],
    ['a misspelt option', MONTH, { onconflict: 'replace' }, 'TypeError'],
    ['cancellation', MONTH, { signal: aborted }, 'AbortError'],
    [
      'other rows for the month',
      { ...MONTH, 'labels.csv': MONTH['labels.csv'].replace('a,False', 'a,True') },
      { asOf: '2024-01-31' },
      'MonthConflictError',
    ],
  ])('%s', async (_, files, options, name) => {
    const { lab } = await openLabWithMonth();
    const before = await lab.stored();
    await expect(lab.data.importMonth(files, { asOf: '2024-02-29', ...options })).rejects.toMatchObject({
      name,
      hint: expect.stringMatching(/./),
    });
    expect(await lab.stored()).toEqual(before);
    expect(lab.clock.now()).toEqual(new Date('2024-02-01T00:00:00Z'));
  });
});

describe('a table of any schema', () => {
  it('with thousands of instants is cheap to list, and read at each of them', async () => {
    const { data } = await openLab();
    const instant = (i: number) => new Date(Date.UTC(2024, 0, 1, 0, i));
    const rows = Array.from({ length: 5000 }, (_, i) => ({ device: i % 50, reading: i, at: instant(i) }));
    expect(await data.importTable('readings', rows, { timestampField: 'at' })).toBe('stored');
    const [table] = await data.tables();
    expect(table).toMatchObject({ name: 'readings', nRows: 5000, asOf: [instant(4999).toISOString()] });
    expect((await data.snapshot('readings', { asOf: instant(77) })).toRows()).toEqual([
      { device: 27, reading: 77, at: instant(77) },
    ]);
    await expect(data.snapshot('readings', { asOf: '2023-01-01' })).rejects.toMatchObject({
      name: 'KeyError',
    });
  });

  it('comes back from a DataFrame with its types, nulls and instants', async () => {
    const { data } = await openLab();
    const at = new Date('2024-01-01T00:00:00Z');
    const rows = [
      { n: 1, x: 1.5, yes: true, text: 'a', at, gap: 1, maybe: true, note: null },
      { n: 2, x: 2, yes: false, text: 'b', at, gap: null, maybe: null, note: 'c' },
    ];
    await data.importTable('first', rows, { timestampField: 'at' });
    const first = await data.snapshot('first', { asOf: at });
    await data.importTable('second', first.toDf(), { timestampField: 'at' });
    const second = await data.snapshot('second', { asOf: at });
    expect(second.toRows()).toEqual(rows);
    const dtypes = (table: typeof first) => [...table.columns].map(([name, { dtype }]) => [name, dtype]);
    expect(dtypes(second)).toEqual(dtypes(first));
  });
});

it.each<[string, (lab: Awaited<ReturnType<typeof openLab>>) => Promise<unknown>, string]>([
  ['data.load', ({ data }) => data.load('streamflw'), "no dataset 'streamflw'"],
  ['data.snapshot', ({ data }) => data.snapshot('users', {} as never), "data.snapshot lacks 'asOf'"],
  [
    'data.labels',
    ({ data }) => data.labels({ as_of: '2024-01-31' } as never),
    "data.labels has no option 'as_of'",
  ],
  [
    'data.importTable',
    ({ data }) => data.importTable('t', [{ at: new Date(0) }], { timestampFeld: 'at' } as never),
    "data.importTable has no option 'timestampFeld'",
  ],
  [
    'data.importTable',
    ({ data }) => data.importTable('', [{ at: new Date(0) }], { timestampField: 'at' }),
    "'' cannot name a table",
  ],
  [
    'data.importTable',
    ({ data }) => data.importTable('t', [{ at: '2024-01-31' }], { timestampField: 'at' }),
    "column 'at': '2024-01-31' is a date without a time",
  ],
  ['data.importMonth', ({ data }) => data.importMonth(5 as never, { asOf: 0 }), '5 is no file'],
])('%s tells what is wrong', async (_, call, message) => {
  await expect(call(await openLab())).rejects.toMatchObject({ message, hint: expect.stringMatching(/./) });
});
