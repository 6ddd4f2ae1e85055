import { describe, expect, it } from 'vitest';
import {
  getHistoricalFeatures,
  type HistoricalFeaturesRequest,
} from '../../../src/core/features/historical-features.ts';
import { fromRows, type Row } from '../../../src/core/table/from-rows.ts';
import type { Table } from '../../../src/core/table/table.ts';
import { day, joinUsage, setting, usageView } from './usage-join.ts';

const MARCH = '2024-03-01T00:00:00Z';

describe('what is refused before any table is read', () => {
  const row = { user_id: 'a', event_timestamp: day(31) };
  const other = usageView({ name: 'other' });

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
      { features: [usageView({ name: 'new' })] },
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
    const context = setting({ views: [usageView(), other] });
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
    await expect(joinUsage(row, {}, { tables: { usage } })).rejects.toThrow(
      expect.objectContaining({ hint: expect.stringMatching(/.+/), ...error }),
    );
  });

  it('a key of another type than the entity table has, where no type was declared', async () => {
    const views = [usageView({ schema: [{ name: 'hours', dtype: 'int64' }] })];
    await expect(joinUsage([{ user_id: 7, event_timestamp: day(31) }], {}, { views })).rejects.toThrow(
      expect.objectContaining({
        name: 'ValueError',
        message: "join key 'user_id' is int64 in entityDf but string in feature view 'usage'",
      }),
    );
  });

  it('an unknown table', async () => {
    await expect(joinUsage(row, {}, { tables: {} })).rejects.toMatchObject({ name: 'KeyError' });
  });
});
