import { describe, expect, it } from 'vitest';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { day, joinUsage, USAGE, usageView } from './usage-join.ts';

describe('warnings', () => {
  it('count the rows that tie, and list them from 1', async () => {
    const source = new SnapshotSource({ table: 'usage', timestampField: 'as_of' });
    const { table, warnings } = await joinUsage(
      [
        { user_id: 'c', event_timestamp: day(80) },
        { user_id: 'a', event_timestamp: day(60) },
      ],
      {},
      { views: [usageView({ source })] },
    );
    expect(toRows(table)[1]?.hours).toBe(12);
    expect(warnings).toEqual([
      expect.objectContaining({
        severity: 'warning',
        code: 'tied-feature-rows',
        hint: expect.stringMatching(/or declare createdTimestampColumn$/),
        row: 2,
        value: [2],
      }),
    ]);
  });

  it('ask for a creation time only where none is declared', async () => {
    const tables = { usage: fromRows([...USAGE, ...USAGE]) };
    const { warnings } = await joinUsage([{ user_id: 'a', event_timestamp: day(60) }], {}, { tables });
    expect(warnings).toEqual([
      expect.objectContaining({
        code: 'tied-feature-rows',
        hint: expect.stringMatching(/Remove the duplicates$/),
      }),
    ]);
  });

  it('count the rows without features by reason', async () => {
    const { warnings } = await joinUsage([
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
    const { table, warnings } = await joinUsage([{ user_id: 'a', event_timestamp: day(90) }], {}, { tables });
    expect(toRows(table)[0]?.hours).toBe(12);
    expect(warnings).toEqual([expect.objectContaining({ code: 'source-row-without-timestamp', row: 6 })]);
  });
});
