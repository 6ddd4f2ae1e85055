import { describe, expect, it } from 'vitest';
import { columnFromCells } from '../../../src/core/table/from-rows.ts';
import { toEpochMs, toTimestampColumn } from '../../../src/core/table/timestamps.ts';

describe('toEpochMs', () => {
  it.each([
    ['2024-01-31T00:00:00Z', Date.UTC(2024, 0, 31)],
    ['2024-01-31T00:00:00', Date.UTC(2024, 0, 31)],
    ['2024-01-31 12:30', Date.UTC(2024, 0, 31, 12, 30)],
    ['2024-01-31T01:00:00+01:00', Date.UTC(2024, 0, 31)],
    ['2024-01-31T01:00:00+0100', Date.UTC(2024, 0, 31)],
    ['2024-01-31 01:00:00+01', Date.UTC(2024, 0, 31)],
    ['2024-01-31t00:00:00z', Date.UTC(2024, 0, 31)],
    ['2024-01-30T19:00:00 -05:00', Date.UTC(2024, 0, 31)],
    ['2024-01-31T00:00:00.25Z', Date.UTC(2024, 0, 31) + 250],
    ['2024-01-31T00:00:00.000123Z', Date.UTC(2024, 0, 31) + 0.123],
    [' 2024-01-31T00:00:00Z ', Date.UTC(2024, 0, 31)],
    [5, 5],
    [new Date(7), 7],
  ])('reads %s', (instant, ms) => {
    expect(toEpochMs(instant)).toBe(ms);
  });

  it('wants a time, unless a date may stand for its midnight', () => {
    expect(() => toEpochMs('2024-01-31')).toThrow(
      expect.objectContaining({
        name: 'ValueError',
        hint: expect.stringContaining("'2024-01-31T00:00:00Z'"),
      }),
    );
    expect(toEpochMs('2024-01-31', { dateOnly: 'midnight' })).toBe(Date.UTC(2024, 0, 31));
  });

  it.each([
    '',
    'today',
    '31.01.2024',
    '2024-13-01T00:00:00Z',
    '2024-02-30T00:00:00Z',
    '2024-01-31T25:00:00Z',
    Number.NaN,
    new Date(Number.NaN),
    8.64e15 + 1,
    Number.NEGATIVE_INFINITY,
  ])('refuses %s', (instant) => {
    expect(() => toEpochMs(instant)).toThrow(expect.objectContaining({ name: 'ValueError' }));
  });
});

describe('toTimestampColumn', () => {
  it('reads texts and numbers, and keeps nulls', () => {
    const ms = Date.UTC(2024, 0, 31);
    expect(toTimestampColumn(columnFromCells(['2024-01-31T00:00:00Z', null]), 'at')).toEqual({
      dtype: 'timestamp',
      values: Float64Array.of(ms, 0),
      nulls: Uint8Array.of(0, 1),
    });
    expect(toTimestampColumn(columnFromCells([ms]), 'at').values[0]).toBe(ms);
    const column = columnFromCells([new Date(ms)]);
    expect(toTimestampColumn(column, 'at')).toBe(column);
  });

  it('takes NaN for a null, as pandas has no other', () => {
    const { values, nulls } = toTimestampColumn(columnFromCells([5, Number.NaN, null]), 'at');
    expect([values, nulls]).toEqual([Float64Array.of(5, 0, 0), Uint8Array.of(0, 1, 1)]);
  });

  it('names the column that cannot be read', () => {
    expect(() => toTimestampColumn(columnFromCells(['2024-01-31']), 'at')).toThrow(
      "column 'at': '2024-01-31' is a date",
    );
    expect(() => toTimestampColumn(columnFromCells([0, null, 1e20]), 'at')).toThrow(
      "column 'at', row 3: 100000000000000000000 is no instant",
    );
    expect(() => toTimestampColumn(columnFromCells([true]), 'at')).toThrow(
      expect.objectContaining({ name: 'TypeError' }),
    );
  });
});
