import { describe, expect, it } from 'vitest';
import { days } from '../../../src/core/features/durations.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { day, joinUsage, USAGE, usageView } from './usage-join.ts';

describe('lineage', () => {
  it('shows the row used, its age, and the first row of the future that was not', async () => {
    const { lineage } = await joinUsage([{ user_id: 'a', event_timestamp: day(20) }]);
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
    const { lineage } = await joinUsage(
      fromRows([{ user_id, event_timestamp: day(on) }], { dtypes: { user_id: 'string' } }),
      {},
      { views: [usageView({ ttl: days(7) })] },
    );
    expect(lineage(0)[0]).toMatchObject({ reason, used: null, row: null, ageMs: null, ...neighbours });
  });

  it('refuses a row that is not in the result', async () => {
    const { lineage } = await joinUsage([{ user_id: 'a', event_timestamp: day(20) }]);
    expect(() => lineage(1)).toThrow(
      expect.objectContaining({ name: 'IndexError', hint: 'rows are counted from 0 to 0' }),
    );
  });
});
