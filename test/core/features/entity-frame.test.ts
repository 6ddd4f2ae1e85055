import { describe, expect, it } from 'vitest';
import { checkEntityKeys, checkKeyTypes, readEntityFrame } from '../../../src/core/features/entity-frame.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { columnOf } from '../../../src/core/table/table.ts';
import { day, usageView } from './usage-join.ts';

const view = usageView().toDefinition();

describe('the instants of an entity table', () => {
  it.each([
    ['Dates', day(2)],
    ['texts with a time', '2024-01-02T00:00:00Z'],
    ['texts without a zone, in UTC', '2024-01-02 00:00:00'],
    ['epoch milliseconds', day(2).getTime()],
  ])('are read from event_timestamp as %s', (_, value) => {
    const frame = readEntityFrame(fromRows([{ user_id: 'a', event_timestamp: value }]));
    expect(frame.timestampColumn).toBe('event_timestamp');
    expect([...frame.times.values]).toEqual([day(2).getTime()]);
    expect(columnOf(frame.table, 'event_timestamp').dtype).toBe('timestamp');
  });

  it('are read from the one other timestamp column, and event_timestamp goes before it', () => {
    const rows = [{ user_id: 'a', asked: day(1), note: '2024-01-02T00:00:00Z' }];
    expect(readEntityFrame(fromRows(rows)).timestampColumn).toBe('asked');
    const both = [{ asked: day(1), event_timestamp: day(3) }];
    expect(readEntityFrame(fromRows(both)).timestampColumn).toBe('event_timestamp');
  });

  it.each([
    [
      'a table without one',
      [{ user_id: 'a', when: '2024-01-02T00:00:00Z' }],
      'the entity table has no timestamp column',
    ],
    ['two of them', [{ a: day(1), b: day(2) }], 'the entity table has several timestamp columns: a, b'],
  ])('cannot be told in %s', (_, rows, message) => {
    expect(() => readEntityFrame(fromRows(rows as never))).toThrow(
      expect.objectContaining({ name: 'EntityTimestampInferenceException', message }),
    );
  });

  it.each([
    [[{ event_timestamp: day(1) }, { event_timestamp: null }], "row 2 of entityDf has no 'event_timestamp'"],
    [[{ event_timestamp: '2024-01-31' }], "column 'event_timestamp': '2024-01-31' is a date without a time"],
  ])('of %j are a ValueError', (rows, message) => {
    expect(() => readEntityFrame(fromRows(rows as never))).toThrow(
      expect.objectContaining({ name: 'ValueError', message }),
    );
  });

  it('keep the order and the columns of the caller', () => {
    const rows = [
      { label: 1, user_id: 'b', event_timestamp: day(5), extra: null },
      { label: 0, user_id: 'a', event_timestamp: day(1), extra: null },
    ];
    const frame = readEntityFrame(fromRows(rows));
    expect([...frame.table.columns.keys()]).toEqual(['label', 'user_id', 'event_timestamp', 'extra']);
    expect([...(frame.order.rows ?? [])]).toEqual([1, 0]);
  });
});

describe('the join keys of an entity table', () => {
  const frameOf = (row: object) => readEntityFrame(fromRows([{ ...row, event_timestamp: day(1) }]));

  it('must be there', () => {
    expect(() => checkEntityKeys(frameOf({ user: 'a' }), view)).toThrow(
      expect.objectContaining({
        name: 'KeyError',
        message: "entityDf lacks the join key 'user_id' of feature view 'usage'",
      }),
    );
    const mapped = usageView().withJoinKeyMap({ user_id: 'friend' }).toDefinition();
    expect(() => checkEntityKeys(frameOf({ friend: 'a' }), mapped)).not.toThrow();
    expect(() => checkEntityKeys(frameOf({ user_id: 'a' }), mapped)).toThrow("lacks the join key 'friend'");
  });

  it('must be of the declared kind, unless there is no value', () => {
    expect(() => checkEntityKeys(frameOf({ user_id: 1 }), view)).toThrow(
      expect.objectContaining({
        name: 'ValueError',
        message: "join key 'user_id' is int64 in entityDf but string in feature view 'usage'",
      }),
    );
    expect(() => checkEntityKeys(frameOf({ user_id: null }), view)).not.toThrow();
  });

  it('match between whole numbers and doubles, as Python compares them', () => {
    const key = columnOf(fromRows([{ k: 1.5 }]), 'k');
    expect(() => checkKeyTypes(key, { dtype: 'int64' }, { name: 'k', view })).not.toThrow();
    expect(() => checkKeyTypes(key, { dtype: 'bool' }, { name: 'k', view })).toThrow(
      'is float64 in entityDf but bool',
    );
  });
});
