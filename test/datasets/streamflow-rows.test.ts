import { describe, expect, it } from 'vitest';
import { cellAt, isNull } from '../../src/core/table/column.ts';
import { columnOf, type Table } from '../../src/core/table/table.ts';
import { DAY_MS, FEBRUARY, JANUARY, keyAt, readShipped, userAt } from './shipped.ts';

const { manifest, delivered, settled } = await readShipped();

describe('the customers', () => {
  it('are 7,043 at 2024-01-31 in every table, and within a tenth of that in every month', () => {
    for (const table of settled.values()) {
      const counts = countBy(columnOf(table, 'as_of').values);
      expect(counts.get(JANUARY)).toBe(7_043);
      for (const count of counts.values()) expect(Math.abs(count / 7_043 - 1)).toBeLessThan(0.1);
    }
  });

  it('have one row per month after corrections, the same months in every table', () => {
    const [first, ...others] = [...settled.values()].map((table) =>
      Array.from({ length: table.nRows }, (_, row) => keyAt(table, row)),
    );
    expect(new Set(first).size).toBe(first!.length);
    for (const keys of others) expect(keys).toEqual(first);
  });

  it('join and leave in every month, and never come back', () => {
    const months = monthsOfUsers();
    const positions = manifest.asOf.map((text) => Date.parse(text));
    const joined = new Map<number, number>();
    const left = new Map<number, number>();
    for (const lived of months.values()) {
      const from = positions.indexOf(lived[0]!);
      expect(lived).toEqual(positions.slice(from, from + lived.length));
      joined.set(from, (joined.get(from) ?? 0) + 1);
      left.set(from + lived.length, (left.get(from + lived.length) ?? 0) + 1);
    }
    for (let month = 1; month < 12; month++) {
      expect(joined.get(month)).toBeGreaterThan(400);
      expect(left.get(month)).toBeGreaterThan(400);
    }
  });

  it('keep what does not change: sign-up day, gender, service', () => {
    for (const [name, column] of [
      ['users', 'signup_date'],
      ['users', 'user_gender'],
      ['subscriptions', 'net_service'],
    ] as const) {
      const values = new Map<string, Set<unknown>>();
      const table = settled.get(name)!;
      for (let row = 0; row < table.nRows; row++) {
        const user = userAt(table, row);
        values.set(user, (values.get(user) ?? new Set()).add(cellAt(columnOf(table, column), row)));
      }
      expect([...values.values()].filter((seen) => seen.size !== 1)).toEqual([]);
    }
  });

  it('have no TV and no movies, as null, exactly where they have no internet', () => {
    const table = settled.get('subscriptions')!;
    for (let row = 0; row < table.nRows; row++) {
      const isOffline = cellAt(columnOf(table, 'net_service'), row) === 'No';
      expect(isNull(columnOf(table, 'plan_stream_tv'), row)).toBe(isOffline);
      expect(isNull(columnOf(table, 'plan_stream_movies'), row)).toBe(isOffline);
    }
  });
});

describe('the labels', () => {
  it('are true for everyone who is gone within the next two month ends, false for who outlives 90 days', () => {
    const lastMonths = new Map([...monthsOfUsers()].map(([user, months]) => [user, months.at(-1)!]));
    const table = settled.get('labels')!;
    let nChecked = 0;
    for (let row = 0; row < table.nRows; row++) {
      const asOf = columnOf(table, 'as_of').values[row]!;
      const last = lastMonths.get(userAt(table, row))!;
      const seenFor = (last - asOf) / DAY_MS;
      // Gone at the month end after `last`; a leaver of the third month may or may not be within the 90 days.
      const goneBy = last === FEBRUARY ? Number.POSITIVE_INFINITY : (nextMonthEnd(last) - asOf) / DAY_MS;
      const label = cellAt(columnOf(table, 'churn_label'), row);
      if (goneBy <= 90) expect(label).toBe(true);
      else if (seenFor >= 90) expect(label).toBe(false);
      else continue;
      nChecked++;
    }
    expect(nChecked).toBeGreaterThan(60_000);
  });

  it('become known only after 90 days', () => {
    const table = delivered.get('labels')!;
    const delays = delaysOf(table);
    expect(Math.min(...delays)).toBeGreaterThan(90);
  });

  it('say that between 25 and 28 % leave after 2024-01-31, more than before', () => {
    const rates = churnRates();
    expect(rates.get(JANUARY)).toBeGreaterThan(0.25);
    expect(rates.get(JANUARY)).toBeLessThan(0.28);
    for (const asOf of manifest.asOf.slice(0, 8)) {
      expect(rates.get(Date.parse(asOf))).toBeGreaterThan(0.12);
      expect(rates.get(Date.parse(asOf))).toBeLessThan(0.18);
    }
  });
});

describe('the landing of rows', () => {
  it('is the next day for most, days or weeks later for some', () => {
    for (const [name, table] of delivered) {
      const known = name === 'labels' ? 90 : 0;
      const delays = delaysOf(table).map((days) => days - known);
      const share = (from: number, to: number) =>
        delays.filter((days) => days >= from && days < to).length / delays.length;
      expect(Math.min(...delays)).toBeGreaterThanOrEqual(1);
      expect(share(1, 2)).toBeGreaterThan(0.93);
      expect(share(2, 8)).toBeGreaterThan(0.01);
      expect(share(14, 60)).toBeGreaterThan(0.003);
    }
  });

  it('counts late rows, corrections and ties as the manifest does', () => {
    for (const { name, deliveries } of manifest.tables) {
      expect({ name, ...countDeliveries(delivered.get(name)!) }).toEqual({
        name,
        correctionRows: deliveries.correctionRows,
        tiedRows: deliveries.tiedRows,
      });
      expect(deliveries.correctionRows).toBeGreaterThan(0);
      expect(deliveries.lateRows).toBeGreaterThan(2_000);
    }
  });

  it('ties in eight rows of usage, twelve of payments, and nowhere else', () => {
    const ties = manifest.tables.map(({ name, deliveries }) => [name, deliveries.tiedRows]);
    expect(Object.fromEntries(ties)).toEqual({
      users: 0,
      subscriptions: 0,
      usage_agg_30d: 8,
      payments_agg_90d: 12,
      support_agg_90d: 0,
      labels: 0,
    });
  });

  it('delivers first versions that differ from what holds in the end', () => {
    for (const table of delivered.values()) {
      const values = [...table.columns].filter(([name]) => name !== 'created_timestamp');
      for (let row = 1; row < table.nRows; row++) {
        if (keyAt(table, row) !== keyAt(table, row - 1)) continue;
        const isSame = values.every(([, column]) => cellAt(column, row) === cellAt(column, row - 1));
        expect(isSame).toBe(false);
      }
    }
  });
});

function countBy(values: ArrayLike<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of Array.from(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function monthsOfUsers(): Map<string, number[]> {
  const table = settled.get('users')!;
  const months = new Map<string, number[]>();
  for (let row = 0; row < table.nRows; row++) {
    const user = userAt(table, row);
    const lived = months.get(user) ?? [];
    lived.push(columnOf(table, 'as_of').values[row]!);
    months.set(user, lived);
  }
  return months;
}

function nextMonthEnd(ms: number): number {
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 2, 0);
}

function churnRates(): Map<number, number> {
  const table = settled.get('labels')!;
  const counts = countBy(columnOf(table, 'as_of').values);
  const leavers = new Map<number, number>();
  for (let row = 0; row < table.nRows; row++) {
    const asOf = columnOf(table, 'as_of').values[row]!;
    leavers.set(asOf, (leavers.get(asOf) ?? 0) + columnOf(table, 'churn_label').values[row]!);
  }
  return new Map([...counts].map(([asOf, count]) => [asOf, leavers.get(asOf)! / count]));
}

/** Days from event timestamp to creation, row by row. */
function delaysOf(table: Table): number[] {
  const asOf = columnOf(table, 'as_of').values;
  return Array.from(columnOf(table, 'created_timestamp').values, (ms, row) => (ms - asOf[row]!) / DAY_MS);
}

function countDeliveries(table: Table): { correctionRows: number; tiedRows: number } {
  const created = columnOf(table, 'created_timestamp').values;
  let correctionRows = 0;
  let tiedRows = 0;
  for (let row = 1; row < table.nRows; row++) {
    if (keyAt(table, row) !== keyAt(table, row - 1)) continue;
    expect(created[row]).toBeGreaterThanOrEqual(created[row - 1]!);
    if (created[row] === created[row - 1]) tiedRows++;
    else correctionRows++;
  }
  return { correctionRows, tiedRows };
}
