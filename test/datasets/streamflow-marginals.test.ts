import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Cell, cellAt } from '../../src/core/table/column.ts';
import { columnOf } from '../../src/core/table/table.ts';
import { JANUARY, readShipped } from './shipped.ts';

interface Spread {
  readonly mean: number;
  readonly sd: number;
  /** At 5, 25, 50, 75 and 95 %. */
  readonly quantiles: readonly [number, number, number, number, number];
}

/** The course's first month. Its session length is one constant; ours spreads around it. */
const SPREADS: Readonly<Record<string, Spread>> = {
  months_active: { mean: 32.37, sd: 24.56, quantiles: [1, 9, 29, 55, 72] },
  monthly_fee: { mean: 64.76, sd: 30.09, quantiles: [19.65, 35.5, 70.35, 89.85, 107.4] },
  total_paid: { mean: 2279.73, sd: 2266.79, quantiles: [48.6, 398.55, 1394.55, 3786.6, 6921.02] },
  watch_hours_30d: { mean: 29.63, sd: 6.75, quantiles: [18.41, 24.91, 29.83, 34.41, 40.46] },
  skips_7d: { mean: 5.05, sd: 2.22, quantiles: [2, 3, 5, 6, 9] },
  rebuffer_events_7d: { mean: 2.31, sd: 1.47, quantiles: [0, 1, 2, 3, 5] },
  ticket_avg_resolution_hrs_90d: { mean: 9.99, sd: 3.89, quantiles: [3.5, 7.3, 9.9, 12.7, 16.4] },
};
const SESSION_MEAN = 29.14;
const SHARES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  net_service: { DSL: 0.344, 'Fiber optic': 0.44, No: 0.217 },
  contract_type: { 'Month-to-month': 0.55, 'One year': 0.209, 'Two year': 0.241 },
  plan_stream_tv: { false: 0.399, true: 0.384, null: 0.217 },
  plan_stream_movies: { false: 0.395, true: 0.388, null: 0.217 },
  paperless_billing: { false: 0.408, true: 0.592 },
  user_gender: { Female: 0.495, Male: 0.505 },
  user_is_senior: { false: 0.838, true: 0.162 },
  has_family: { false: 0.517, true: 0.483 },
  has_dependents: { false: 0.7, true: 0.3 },
  unique_devices_30d: { 1: 0.335, 2: 0.328, 3: 0.337 },
  failed_payments_90d: { 0: 0.847, 1: 0.145, 2: 0.008 },
  support_tickets_90d: { 0: 0.739, 1: 0.223, 2: 0.035, 3: 0.003 },
  churn_label: { false: 0.735, true: 0.265 },
};

const { settled } = await readShipped();
const ours = readJanuary();

describe('the customers of 2024-01-31, beside those of the course’s first month', () => {
  it.each(Object.keys(SPREADS))('are spread alike in %s', (name) => {
    const course = SPREADS[name]!;
    const values = ours.get(name)!.map(Number);
    const spread = spreadOf(values);
    expect(Math.abs(spread.mean - course.mean) / course.sd).toBeLessThan(0.06);
    expect(Math.abs(spread.sd / course.sd - 1)).toBeLessThan(0.12);
    const isWhole = values.every(Number.isInteger);
    const tolerance = Math.max(0.2 * course.sd, isWhole ? 1 : 0);
    spread.quantiles.forEach((quantile, i) => {
      expect(Math.abs(quantile - course.quantiles[i]!)).toBeLessThanOrEqual(tolerance);
    });
  });

  it.each(Object.keys(SHARES))('fall into the same classes of %s', (name) => {
    const shares = sharesOf(ours.get(name)!);
    for (const [value, share] of Object.entries(SHARES[name]!)) {
      expect(Math.abs((shares[value] ?? 0) - share)).toBeLessThan(0.025);
    }
  });

  it('watch in sessions as long as the course’s constant, on average', () => {
    const { mean, sd } = spreadOf(ours.get('avg_session_mins_7d')!.map(Number));
    expect(Math.abs(mean - SESSION_MEAN)).toBeLessThan(0.5);
    expect(sd).toBeGreaterThan(4);
  });

  it('leave by contract, service and tenure in the course’s order', () => {
    const leaves = ours.get('churn_label')!;
    const rateWhere = (name: string, isChosen: (cell: Cell) => boolean): number => {
      const chosen = leaves.filter((_, row) => isChosen(ours.get(name)![row]!));
      return chosen.filter((label) => label === true).length / chosen.length;
    };
    const byContract = ['Month-to-month', 'One year', 'Two year'].map((contract) =>
      rateWhere('contract_type', (cell) => cell === contract),
    );
    expect(byContract).toEqual([...byContract].sort((a, b) => b - a));
    const byService = ['Fiber optic', 'DSL', 'No'].map((service) =>
      rateWhere('net_service', (cell) => cell === service),
    );
    expect(byService).toEqual([...byService].sort((a, b) => b - a));
    expect(rateWhere('months_active', (cell) => Number(cell) <= 1)).toBeGreaterThan(0.5);
    expect(rateWhere('months_active', (cell) => Number(cell) > 60)).toBeLessThan(0.12);
  });
});

const MONTH = new URL('../../../shared/course-data/month_000/', import.meta.url);
const isAbsent = !existsSync(MONTH);
if (isAbsent)
  console.log('skipped: the course data are not beside the project (../shared/course-data/month_000)');

describe.skipIf(isAbsent)('the figures that stand here for the course’s first month', () => {
  const course = isAbsent ? new Map<string, string[]>() : readCourse();

  it.each(Object.keys(SPREADS))('are its own for %s', (name) => {
    const spread = spreadOf(course.get(name)!.map(Number));
    const figures = [spread.mean, spread.sd, ...spread.quantiles];
    const expected = [SPREADS[name]!.mean, SPREADS[name]!.sd, ...SPREADS[name]!.quantiles];
    figures.forEach((figure, i) => {
      expect(Math.abs(figure - expected[i]!)).toBeLessThan(0.01);
    });
  });

  it.each(Object.keys(SHARES))('are its own for %s', (name) => {
    const shares = sharesOf(course.get(name)!.map((text) => (text === '' ? 'null' : text.toLowerCase())));
    for (const [value, share] of Object.entries(SHARES[name]!)) {
      expect(shares[value.toLowerCase()]).toBeCloseTo(share, 2);
    }
  });
});

/** Every column of every table at 2024-01-31, by name. */
function readJanuary(): Map<string, Cell[]> {
  const columns = new Map<string, Cell[]>();
  for (const table of settled.values()) {
    const asOf = columnOf(table, 'as_of').values;
    for (const [name, column] of table.columns) {
      const cells: Cell[] = [];
      for (let row = 0; row < table.nRows; row++) if (asOf[row] === JANUARY) cells.push(cellAt(column, row));
      columns.set(name, cells);
    }
  }
  return columns;
}

/** The course's files have no quotes, so a cell ends at the next comma. */
function readCourse(): Map<string, string[]> {
  const columns = new Map<string, string[]>();
  for (const name of settled.keys()) {
    const [header, ...lines] = readFileSync(new URL(`${name}.csv`, MONTH), 'utf8')
      .trim()
      .split('\n');
    const rows = lines.map((line) => line.trim().split(','));
    header!
      .trim()
      .split(',')
      .forEach((column, i) => {
        columns.set(
          column,
          rows.map((row) => row[i]!),
        );
      });
  }
  return columns;
}

function spreadOf(values: readonly number[]): Spread {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const position = share * (n - 1);
    const below = Math.floor(position);
    return sorted[below]! + (position - below) * (sorted[Math.ceil(position)]! - sorted[below]!);
  };
  return { mean, sd, quantiles: [at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)] };
}

function sharesOf(cells: readonly Cell[]): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const cell of cells) shares[String(cell)] = (shares[String(cell)] ?? 0) + 1 / cells.length;
  return shares;
}
