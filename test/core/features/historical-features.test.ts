import { describe, expect, it } from 'vitest';
import { days, hours } from '../../../src/core/features/durations.ts';
import { Entity } from '../../../src/core/features/entity.ts';
import { FeatureView, type FeatureViewOptions } from '../../../src/core/features/feature-view.ts';
import {
  getHistoricalFeatures,
  type HistoricalFeatures,
  type HistoricalFeaturesRequest,
} from '../../../src/core/features/historical-features.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { fromRows, type Row } from '../../../src/core/table/from-rows.ts';
import type { Table } from '../../../src/core/table/table.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { tableReader } from './feature-tables.ts';

const user = new Entity({ name: 'user', joinKeys: ['user_id'] });
const MARCH = '2024-03-01T00:00:00Z';

function day(n: number): Date {
  return new Date(Date.UTC(2024, 0, n));
}

function view(options: Partial<FeatureViewOptions> = {}): FeatureView {
  return new FeatureView({
    name: 'usage',
    entities: [user],
    schema: [
      { name: 'user_id', dtype: 'string' },
      { name: 'hours', dtype: 'int64' },
    ],
    source: new SnapshotSource({
      table: 'usage',
      timestampField: 'as_of',
      createdTimestampColumn: 'created',
    }),
    ...options,
  });
}

const USAGE: readonly Row[] = [
  { user_id: 'a', as_of: day(1), created: day(2), hours: 10 },
  { user_id: 'a', as_of: day(31), created: day(32), hours: 11 },
  { user_id: 'a', as_of: day(31), created: day(40), hours: 12 },
  { user_id: 'b', as_of: day(31), created: day(32), hours: null },
  { user_id: 'c', as_of: day(70), created: day(71), hours: 30 },
];

interface Setting {
  readonly views?: readonly FeatureView[];
  readonly tables?: Readonly<Record<string, Table>>;
}

function setting({ views = [view()], tables = { usage: fromRows(USAGE) } }: Setting = {}) {
  return {
    views: new Map(views.map((each) => [each.name, each.toDefinition()])),
    tables: tableReader(tables),
  };
}

function join(
  entities: readonly Row[] | Table,
  request: Partial<HistoricalFeaturesRequest> = {},
  context: Setting = {},
): Promise<HistoricalFeatures> {
  const entityDf = Array.isArray(entities) ? fromRows(entities) : (entities as Table);
  return getHistoricalFeatures(setting(context), { entityDf, features: ['usage:hours'], ...request });
}

describe('the lab join', () => {
  it('keeps every entity row with its other columns, in order and with its repeats', async () => {
    const entities = [
      { user_id: 'b', event_timestamp: day(60), label: 1 },
      { user_id: 'a', event_timestamp: day(31), label: 0 },
      { user_id: 'a', event_timestamp: day(31), label: 1 },
      { user_id: 'zz', event_timestamp: day(1), label: 0 },
    ];
    const { table } = await join(entities);
    expect(toRows(table)).toEqual([
      { ...entities[0], hours: null },
      { ...entities[1], hours: 12 },
      { ...entities[2], hours: 12 },
      { ...entities[3], hours: null },
    ]);
  });

  it('keeps whole numbers whole where some rows find nothing', async () => {
    const { table } = await join([
      { user_id: 'a', event_timestamp: day(31) },
      { user_id: 'zz', event_timestamp: day(31) },
    ]);
    expect(table.columns.get('hours')).toMatchObject({ dtype: 'int64', nulls: Uint8Array.of(0, 1) });
  });

  it('reads texts without a zone as UTC and numbers as epoch milliseconds', async () => {
    const texts = await join([{ user_id: 'a', event_timestamp: '2024-01-31T00:00:00' }]);
    const zoned = await join([{ user_id: 'a', event_timestamp: '2024-01-31T01:59:59+02:00' }]);
    const numbers = await join([{ user_id: 'a', event_timestamp: day(31).getTime() }]);
    expect([texts, zoned, numbers].map(({ table }) => toRows(table)[0]?.hours)).toEqual([12, 10, 12]);
    expect(toRows(texts.table)[0]?.event_timestamp).toEqual(day(31));
  });

  it('takes the one timestamp column where none is called event_timestamp, and says so', async () => {
    const { table, warnings } = await join([{ user_id: 'a', when: day(31), note: MARCH }]);
    expect(toRows(table)[0]?.hours).toBe(12);
    expect(warnings[0]).toMatchObject({ code: 'inferred-event-timestamp', column: 'when' });
  });

  it('names columns view__feature on request', async () => {
    const { table } = await join([{ user_id: 'a', event_timestamp: day(31) }], { fullFeatureNames: true });
    expect([...table.columns.keys()]).toEqual(['user_id', 'event_timestamp', 'usage__hours']);
  });

  it('orders columns by view as first asked for, then by request', async () => {
    const schema = ['x', 'y'].map((name) => ({ name, dtype: 'int64' as const }));
    const source = (table: string) => new SnapshotSource({ table, timestampField: 'as_of' });
    const views = ['p', 'q'].map((name) => view({ name, schema, source: source(name) }));
    const rows = fromRows([{ user_id: 'a', as_of: day(1), x: 1, y: 2 }]);
    const features = ['q:y', 'p:y', 'q:x'];
    const { table } = await join(
      [{ user_id: 'a', event_timestamp: day(3) }],
      { features, fullFeatureNames: true },
      { views, tables: { p: rows, q: rows } },
    );
    expect([...table.columns.keys()].slice(2)).toEqual(['q__y', 'q__x', 'p__y']);
  });

  it('reads columns under the names that the source maps them to', async () => {
    const source = new SnapshotSource({
      table: 'raw',
      timestampField: 'ts',
      fieldMapping: { ts: 'as_of', h: 'hours', uid: 'user_id' },
    });
    const tables = { raw: fromRows([{ uid: 'a', ts: day(1), h: 7 }]) };
    const { table } = await join(
      [{ user_id: 'a', event_timestamp: day(2) }],
      {},
      { views: [view({ source })], tables },
    );
    expect(toRows(table)[0]?.hours).toBe(7);
  });

  it('joins one view twice under two names and keys', async () => {
    const referrer = view().withName('referrer').withJoinKeyMap({ user_id: 'referrer_id' });
    const { table } = await join([{ user_id: 'a', referrer_id: 'c', event_timestamp: day(80) }], {
      features: ['usage:hours', referrer],
      fullFeatureNames: true,
    });
    expect(toRows(table)[0]).toMatchObject({ usage__hours: 12, referrer__hours: 30 });
  });

  it('gives the rows of a view without entities to everybody', async () => {
    const global = view({ entities: [], schema: [{ name: 'hours', dtype: 'int64' }] });
    const { table } = await join(
      [
        { user_id: 'zz', event_timestamp: day(1) },
        { user_id: 'zz', event_timestamp: day(99) },
      ],
      {},
      { views: [global] },
    );
    expect(toRows(table).map(({ hours: value }) => value)).toEqual([10, 30]);
  });

  it('fills nothing for no entity rows', async () => {
    const empty = fromRows([], { dtypes: { user_id: 'string', event_timestamp: 'timestamp' } });
    const { table } = await join(empty);
    expect(table.nRows).toBe(0);
    expect([...table.columns.keys()]).toEqual(['user_id', 'event_timestamp', 'hours']);
  });

  it('reads a table once however many views share it', async () => {
    const context = setting({ views: [view(), view({ name: 'again' })] });
    await getHistoricalFeatures(context, {
      entityDf: fromRows([{ user_id: 'a', event_timestamp: day(31) }]),
      features: ['usage:hours', 'again:hours'],
      fullFeatureNames: true,
    });
    expect(context.tables.read).toEqual(['usage']);
  });

  it('reports progress and stops when cancelled', async () => {
    const labels: string[] = [];
    await join([{ user_id: 'a', event_timestamp: day(31) }], {
      onProgress: ({ label }) => labels.push(label),
    });
    expect(labels).toEqual(['usage', 'join']);
    await expect(
      join([{ user_id: 'a', event_timestamp: day(31) }], { signal: { aborted: true } }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('takes an int64 feature that a file gave as doubles with gaps', async () => {
    const tables = {
      usage: fromRows([{ user_id: 'a', as_of: day(1), created: day(2), hours: Number.NaN }], {
        dtypes: { hours: 'float64' },
      }),
    };
    const { table } = await join([{ user_id: 'a', event_timestamp: day(2) }], {}, { tables });
    expect(table.columns.get('hours')).toMatchObject({ dtype: 'int64', nulls: Uint8Array.of(1) });
  });
});

describe('lineage', () => {
  it('shows the row used, its age, and the first row of the future that was not', async () => {
    const { lineage } = await join([{ user_id: 'a', event_timestamp: day(20) }]);
    expect(lineage(0)).toEqual([
      expect.objectContaining({
        view: 'usage',
        sourceTable: 'usage',
        reason: 'matched',
        rowIndex: 0,
        row: USAGE[0],
        eventTimestamp: day(1),
        createdTimestamp: day(2),
        ageMs: days(19),
        nextFutureRow: expect.objectContaining({ rowIndex: 1, ageMs: -days(11) }),
        expiredRow: null,
      }),
    ]);
  });

  it.each([
    ['a', 60, 'expired-by-ttl', { expiredRow: { rowIndex: 2, ageMs: days(29) }, nextFutureRow: null }],
    ['c', 60, 'only-future-rows', { expiredRow: null, nextFutureRow: { rowIndex: 4 } }],
    ['zz', 60, 'key-unknown', { expiredRow: null, nextFutureRow: null }],
    [null, 60, 'key-unknown', { expiredRow: null, nextFutureRow: null }],
  ])('says why user %s got nothing on day %d: %s', async (user_id, on, reason, neighbours) => {
    const { lineage } = await join(
      fromRows([{ user_id, event_timestamp: day(on) }], { dtypes: { user_id: 'string' } }),
      {},
      { views: [view({ ttl: days(7) })] },
    );
    expect(lineage(0)[0]).toMatchObject({ reason, used: null, row: null, ageMs: null, ...neighbours });
  });

  it('refuses a row that is not in the result', async () => {
    const { lineage } = await join([{ user_id: 'a', event_timestamp: day(20) }]);
    expect(() => lineage(1)).toThrow(
      expect.objectContaining({ name: 'IndexError', hint: 'rows are counted from 0 to 0' }),
    );
  });
});

describe('warnings', () => {
  it('count the rows that tie, and list them from 1', async () => {
    const source = new SnapshotSource({ table: 'usage', timestampField: 'as_of' });
    const { table, warnings } = await join(
      [
        { user_id: 'c', event_timestamp: day(80) },
        { user_id: 'a', event_timestamp: day(60) },
      ],
      {},
      { views: [view({ source })] },
    );
    expect(toRows(table)[1]?.hours).toBe(12);
    expect(warnings).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'tied-feature-rows', row: 2, value: [2] }),
    ]);
  });

  it('count the rows without features by reason', async () => {
    const { warnings } = await join([
      { user_id: 'zz', event_timestamp: day(80) },
      { user_id: 'c', event_timestamp: day(60) },
      { user_id: 'b', event_timestamp: day(60) },
    ]);
    expect(warnings).toEqual([
      expect.objectContaining({
        code: 'rows-without-features',
        message:
          "2 rows have no features of 'usage': 1 with an unknown key, 1 with rows of the future only, 0 with rows older than the ttl",
        value: [1, 2],
      }),
    ]);
  });

  it('name source rows that do not say when they were true', async () => {
    const tables = { usage: fromRows([...USAGE, { user_id: 'a', as_of: null, created: day(3), hours: 99 }]) };
    const { table, warnings } = await join([{ user_id: 'a', event_timestamp: day(90) }], {}, { tables });
    expect(toRows(table)[0]?.hours).toBe(12);
    expect(warnings).toEqual([expect.objectContaining({ code: 'source-row-without-timestamp', row: 6 })]);
  });
});

describe('what real stores do', () => {
  const early = { user_id: 'c', event_timestamp: day(60), order: 1 };
  const twice = [
    { user_id: 'a', event_timestamp: day(60), order: 2 },
    { user_id: 'a', event_timestamp: day(60), order: 3 },
  ];

  it('the local store loses rows without anything in time and collapses equal ones, and the mode says which', async () => {
    const { table, warnings, entityRows } = await join([early, ...twice], { as: 'local-store' });
    expect(toRows(table)).toEqual([{ ...twice[1], hours: 12 }]);
    expect([...entityRows]).toEqual([2]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'row-lost', value: [1] }));
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'row-collapsed', value: [2] }));
  });

  it('the local store keeps a column of the entity table and adds two underscores to the feature', async () => {
    const { table } = await join([{ user_id: 'a', event_timestamp: day(60), hours: 5 }], {
      as: 'local-store',
    });
    expect(toRows(table)[0]).toMatchObject({ hours: 5, hours__: 12 });
  });

  it('a SQL store returns every tied row', async () => {
    const source = new SnapshotSource({ table: 'usage', timestampField: 'as_of' });
    const { table, warnings, lineage } = await join(
      [early, twice[0]!],
      { as: 'sql-store' },
      { views: [view({ source })] },
    );
    expect(toRows(table).map(({ order, hours: value }) => [order, value])).toEqual([
      [1, null],
      [2, 11],
      [2, 12],
    ]);
    expect(lineage(1)[0]).toMatchObject({ rowIndex: 1, reason: 'matched' });
    expect(warnings).toEqual([expect.objectContaining({ code: 'row-multiplied', value: [2] })]);
  });

  it('a SQL store mixes up composite keys that read the same', async () => {
    const pair = new Entity({ name: 'pair', joinKeys: ['x', 'y'] });
    const views = [
      view({
        entities: [pair],
        schema: [{ name: 'hours', dtype: 'int64' }],
        source: new SnapshotSource({ table: 'pairs', timestampField: 'as_of' }),
      }),
    ];
    const tables = {
      pairs: fromRows([
        { x: 1, y: 23, as_of: day(1), hours: 1 },
        { x: 12, y: 3, as_of: day(1), hours: 2 },
      ]),
    };
    const entities = [
      { x: 1, y: 23, event_timestamp: day(2) },
      { x: 12, y: 3, event_timestamp: day(2) },
    ];
    const mixed = await join(entities, { as: 'sql-store' }, { views, tables });
    expect(toRows(mixed.table).map(({ hours: value }) => value)).toEqual([1, 2, 1, 2]);
    expect(mixed.warnings).toEqual([expect.objectContaining({ code: 'key-text-clash', value: [1, 2] })]);
    const apart = await join(entities, {}, { views, tables });
    expect(toRows(apart.table).map(({ hours: value }) => value)).toEqual([1, 2]);
  });

  it('a SQL store takes a ttl below a second for no limit', async () => {
    const context = { views: [view({ ttl: 500 })] };
    const lab = await join([twice[0]!], {}, context);
    const sql = await join([twice[0]!], { as: 'sql-store' }, context);
    expect([lab, sql].map(({ table }) => toRows(table)[0]?.hours)).toEqual([null, 12]);
  });

  it('the naive join takes the latest row whatever the instant, and tells which rows saw their future', async () => {
    const { table, warnings, lineage } = await join(
      [early, { user_id: 'b', event_timestamp: day(60), order: 4 }],
      {
        as: 'naive',
      },
    );
    expect(toRows(table).map(({ hours: value }) => value)).toEqual([30, null]);
    expect(warnings).toEqual([expect.objectContaining({ code: 'value-from-the-future', value: [1] })]);
    expect(lineage(0)[0]).toMatchObject({ rowIndex: 4, ageMs: -days(10) });
  });
});

describe('what is refused before any table is read', () => {
  const row = { user_id: 'a', event_timestamp: day(31) };
  const other = view({ name: 'other' });

  it.each<[string, readonly Row[] | Table, Partial<HistoricalFeaturesRequest>, object]>([
    ['no feature', [row], { features: [] }, { name: 'ValueError', message: 'no features were asked for' }],
    [
      'a reference without a colon',
      [row],
      { features: ['hours'] },
      { name: 'ValueError', message: "'hours' is no feature reference" },
    ],
    [
      'a reference that is no text',
      [row],
      { features: [5 as unknown as string] },
      { name: 'TypeError', message: '5 is no feature reference' },
    ],
    [
      'an unknown view',
      [row],
      { features: ['usge:hours'] },
      {
        name: 'FeatureViewNotFoundException',
        message: "feature view 'usge' does not exist",
        hint: "did you mean 'usage'?",
      },
    ],
    [
      'a view object that was not applied',
      [row],
      { features: [view({ name: 'new' })] },
      { name: 'FeatureViewNotFoundException', message: "feature view 'new' does not exist" },
    ],
    [
      'an unknown feature',
      [row],
      { features: ['usage:hour'] },
      {
        name: 'KeyError',
        message: "feature view 'usage' has no feature 'hour'",
        hint: "did you mean 'hours'?",
      },
    ],
    [
      'two features of one short name',
      [row],
      { features: ['usage:hours', 'other:hours'] },
      {
        name: 'FeatureNameCollisionError',
        message: 'duplicate features named hours',
        hint: expect.stringContaining('fullFeatureNames'),
      },
    ],
    [
      'one feature asked for twice',
      [row],
      { features: ['usage:hours', 'usage:hours'], fullFeatureNames: true },
      {
        name: 'FeatureNameCollisionError',
        message: 'duplicate features named usage__hours',
        hint: expect.stringContaining('withName'),
      },
    ],
    [
      'an entity column that a feature would hide',
      [{ ...row, hours: 1 }],
      {},
      {
        name: 'ValueError',
        message: "entityDf already has a column 'hours', which feature view 'usage' would add",
      },
    ],
    [
      'no timestamp column',
      [{ user_id: 'a', as_of: MARCH }],
      {},
      { name: 'EntityTimestampInferenceException', message: 'the entity table has no timestamp column' },
    ],
    [
      'several timestamp columns',
      [{ user_id: 'a', x: day(1), y: day(2) }],
      {},
      {
        name: 'EntityTimestampInferenceException',
        message: 'the entity table has several timestamp columns: x, y',
      },
    ],
    [
      'a date without a time',
      [{ user_id: 'a', event_timestamp: '2024-01-31' }],
      {},
      {
        name: 'ValueError',
        message: "column 'event_timestamp': '2024-01-31' is a date without a time",
        hint: expect.stringContaining("'2024-01-31T00:00:00Z'"),
      },
    ],
    [
      'a row without an instant',
      [row, { ...row, event_timestamp: null }],
      {},
      { name: 'ValueError', message: "row 2 of entityDf has no 'event_timestamp'" },
    ],
    [
      'a missing join key',
      [{ userid: 'a', event_timestamp: day(31) }],
      {},
      {
        name: 'KeyError',
        message: "entityDf lacks the join key 'user_id' of feature view 'usage'",
        hint: "did you mean 'userid'?",
      },
    ],
    [
      'a join key of another type',
      [{ user_id: 7, event_timestamp: day(31) }],
      {},
      {
        name: 'ValueError',
        message: "join key 'user_id' is int64 in entityDf but string in feature view 'usage'",
      },
    ],
    ['no table', 'x' as unknown as Table, {}, { name: 'TypeError', message: "entityDf is 'x'" }],
    [
      'an unknown mode',
      [row],
      { as: 'bigquery' as 'lab' },
      { name: 'ValueError', message: "there is no join mode 'bigquery'" },
    ],
  ])('%s', async (_what, entities, request, error) => {
    const context = setting({ views: [view(), other] });
    const entityDf = Array.isArray(entities) ? fromRows(entities) : (entities as Table);
    await expect(
      getHistoricalFeatures(context, { entityDf, features: ['usage:hours'], ...request }),
    ).rejects.toThrow(expect.objectContaining({ hint: expect.stringMatching(/.+/), ...error }));
    expect(context.tables.read).toEqual([]);
  });
});

describe('what is refused when a table does not hold what its view declares', () => {
  const row = [{ user_id: 'a', event_timestamp: day(31) }];

  it.each<[string, Table, object]>([
    [
      'a feature of another type',
      fromRows([{ user_id: 'a', as_of: day(1), created: day(1), hours: 'ten' }]),
      {
        name: 'TypeError',
        message: "column 'hours' of table 'usage' is string, but feature view 'usage' declares int64",
      },
    ],
    [
      'fractions in a whole-number feature',
      fromRows([{ user_id: 'a', as_of: day(1), created: day(1), hours: 0.5 }]),
      {
        name: 'TypeError',
        message: "column 'hours' of table 'usage' is float64, but feature view 'usage' declares int64",
      },
    ],
    [
      'a missing feature column',
      fromRows([{ user_id: 'a', as_of: day(1), created: day(1), hour: 1 }]),
      {
        name: 'KeyError',
        message: "table 'usage' has no column 'hours' for feature view 'usage'",
        hint: "did you mean 'hour'?",
      },
    ],
    [
      'a missing timestamp column',
      fromRows([{ user_id: 'a', created: day(1), hours: 1 }]),
      { name: 'KeyError', message: "table 'usage' has no column 'as_of' for feature view 'usage'" },
    ],
    [
      'dates without a time',
      fromRows([{ user_id: 'a', as_of: '2024-01-31', created: day(1), hours: 1 }]),
      { name: 'ValueError', message: "column 'as_of': '2024-01-31' is a date without a time" },
    ],
    [
      'a key of another type than declared',
      fromRows([{ user_id: 1, as_of: day(1), created: day(1), hours: 1 }]),
      {
        name: 'TypeError',
        message: "column 'user_id' of table 'usage' is int64, but feature view 'usage' declares string",
      },
    ],
  ])('%s', async (_what, usage, error) => {
    await expect(join(row, {}, { tables: { usage } })).rejects.toThrow(
      expect.objectContaining({ hint: expect.stringMatching(/.+/), ...error }),
    );
  });

  it('a key of another type than the entity table has, where no type was declared', async () => {
    const views = [view({ schema: [{ name: 'hours', dtype: 'int64' }] })];
    await expect(join([{ user_id: 7, event_timestamp: day(31) }], {}, { views })).rejects.toThrow(
      expect.objectContaining({
        name: 'ValueError',
        message: "join key 'user_id' is int64 in entityDf but string in feature view 'usage'",
      }),
    );
  });

  it('an unknown table', async () => {
    await expect(join(row, {}, { tables: {} })).rejects.toMatchObject({ name: 'KeyError' });
  });
});

it('treats a ttl to the hour', async () => {
  const context = { views: [view({ ttl: hours(1) })] };
  const result = await join(
    [{ user_id: 'a', event_timestamp: new Date(day(31).getTime() + hours(1)) }],
    {},
    context,
  );
  expect(toRows(result.table)[0]?.hours).toBe(12);
});
