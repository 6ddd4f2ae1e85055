import type { Page } from 'playwright';
import { openBenchPage } from './bench-page.ts';
import type { BenchRow } from './bench-row.ts';
import { limitRow } from './limit-row.ts';
import { median, quantile } from './quantiles.ts';

const STOPS = 50;
const LIMIT_MS = 500;

/** How long a cell runs before it is stopped: between these, evenly spread. */
const SHORTEST_RUN_MS = 100;
const LONGEST_RUN_MS = 1500;

const CELLS = {
  'while (true) {}': 'while (true) {}',
  'a fit of 300 trees': `
    const random = new Float64Array(60_000 * 10).map(() => Math.random());
    const labels = Array.from({ length: 60_000 }, (_, row) => Number(random[row * 10] + random[row * 10 + 1] > 1));
    await new RandomForestClassifier({ nEstimators: 300, randomState: 1 })
      .fit({ data: random, nRows: 60_000, nCols: 10 }, labels);`,
  'an endless chain of awaits': 'while (true) await null;',
  'a runaway recursion': 'function f() { try { f(); } finally { f(); } } f();',
};

/** From the click on Stop until the next cell has run, in a real Chromium. */
export async function benchStop(): Promise<BenchRow[]> {
  const page = await openBenchPage();
  try {
    const loaded = await page.load();
    await loaded.evaluate(() => bench.openKernel('stop'));
    const rows: BenchRow[] = [];
    for (const [name, source] of Object.entries(CELLS)) rows.push(await benchCell(loaded, name, source));
    return rows;
  } finally {
    await page.close();
  }
}

async function benchCell(page: Page, name: string, source: string): Promise<BenchRow> {
  const times: number[] = [];
  let nKept = 0;
  for (let stop = 0; stop < STOPS; stop++) {
    const runMs = SHORTEST_RUN_MS + ((LONGEST_RUN_MS - SHORTEST_RUN_MS) * stop) / (STOPS - 1);
    const { stopMs, stateKept } = await page.evaluate(([cell, ms]) => bench.stopCell(cell, ms), [
      source,
      runMs,
    ] as const);
    times.push(stopMs);
    if (stateKept) nKept++;
  }
  const note = `p95 of ${STOPS}, median ${median(times).toFixed(0)} ms, ${nKept} kept their variables`;
  return limitRow(`stop ${name}, until the next cell has run`, quantile(times, 0.95), LIMIT_MS, note);
}
