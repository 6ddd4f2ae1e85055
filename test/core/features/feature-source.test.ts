import { describe, expect, it } from 'vitest';
import { openSource } from '../../../src/core/features/feature-source.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { cellAt } from '../../../src/core/table/column.ts';
import { fromRows, type Row } from '../../../src/core/table/from-rows.ts';
import { day, usageView } from './usage-join.ts';

const view = usageView().toDefinition();
const ROW = { user_id: 'a', as_of: day(1), created: day(2), hours: 10 };

function hoursOf(rows: readonly Row[]): unknown[] {
  const column = openSource(view, fromRows(rows)).column({ name: 'hours', dtype: 'int64' });
  return rows.map((_, row) => cellAt(column, row));
}

describe('the source of a view', () => {
  it('reads whole numbers that were stored as doubles because of gaps', () => {
    expect(hoursOf([ROW, { ...ROW, hours: Number.NaN }, { ...ROW, hours: null }])).toEqual([10, null, null]);
    expect(hoursOf([{ ...ROW, hours: null }])).toEqual([null]);
  });

  it.each([
    [
      [{ ...ROW, hours: 1.5 }],
      "column 'hours' of table 'usage' is float64, but feature view 'usage' declares int64",
    ],
    [
      [{ ...ROW, hours: 'ten' }],
      "column 'hours' of table 'usage' is string, but feature view 'usage' declares int64",
    ],
  ])('refuses %j, which no rounding makes right', (rows, message) => {
    expect(() => hoursOf(rows as never)).toThrow(expect.objectContaining({ name: 'TypeError', message }));
  });

  it('does not advise a type that no field has', () => {
    expect(() => hoursOf([{ ...ROW, hours: new Date(0) }] as never)).toThrow(
      expect.objectContaining({ hint: expect.stringMatching(/^no feature is an instant/) }),
    );
  });

  it('reads a mapped column under its new name only', () => {
    const source = new SnapshotSource({
      table: 'usage',
      timestampField: 'as_of',
      createdTimestampColumn: 'landed',
      fieldMapping: { hrs: 'hours', created: 'landed' },
    });
    const mapped = usageView({ source }).toDefinition();
    const opened = openSource(mapped, fromRows([{ user_id: 'a', as_of: day(1), created: day(2), hrs: 7 }]));
    expect(cellAt(opened.column({ name: 'hours', dtype: 'int64' }), 0)).toBe(7);
    expect([...opened.created!.values]).toEqual([day(2).getTime()]);
  });

  it('still finds a time column by the name it had before it was mapped', () => {
    const source = new SnapshotSource({
      table: 'usage',
      timestampField: 'as_of',
      fieldMapping: { as_of: 'when' },
    });
    const opened = openSource(usageView({ source }).toDefinition(), fromRows([ROW]));
    expect([...opened.times.values]).toEqual([day(1).getTime()]);
  });

  it.each(['user_id', 'as_of', 'created'])('names a missing %s, the nearest name and the view', (name) => {
    const { [name as 'as_of']: _, ...row } = ROW;
    expect(() => openSource(view, fromRows([row]))).toThrow(
      expect.objectContaining({
        name: 'KeyError',
        message: `table 'usage' has no column '${name}' for feature view 'usage'`,
      }),
    );
  });

  it('takes instants as texts with a time, and refuses dates', () => {
    expect([...openSource(view, fromRows([{ ...ROW, as_of: '2024-01-01T00:00:00Z' }])).times.values]).toEqual(
      [day(1).getTime()],
    );
    expect(() => openSource(view, fromRows([{ ...ROW, as_of: '2024-01-01' }]))).toThrow(
      'is a date without a time',
    );
  });
});
