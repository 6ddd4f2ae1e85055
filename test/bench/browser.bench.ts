import { type BenchPage, openBenchPage } from './bench-page.ts';
import type { BenchRow } from './bench-row.ts';
import { measure } from './contest.ts';
import { splitRows, startReference } from './forest-reference.ts';
import { limitRow } from './limit-row.ts';
import { PREDICTIONS, predictionRows, WARM_UP_PREDICTIONS } from './prediction-rows.ts';
import { median } from './quantiles.ts';

const SAMPLES = 7;
const INGEST_LIMIT_MS = 1500;
const REOPEN_LIMIT_MS = 200;
const TASK_LIMIT_MS = 50;

/** What a student waits for in a real Chromium, with IndexedDB on disk; forests beside scikit-learn's, in turns. */
export async function benchBrowser(python: string | null): Promise<BenchRow[]> {
  const page = await openBenchPage();
  try {
    return [
      ...(await benchStorage(page)),
      ...(await benchPredictions(page)),
      await benchLongestTask(page),
      ...(await benchForests(page, python)),
    ];
  } finally {
    await page.close();
  }
}

/** Every sample in a page that was just loaded: nothing is compiled yet, as on a student's visit. */
async function benchStorage(page: BenchPage): Promise<BenchRow[]> {
  const ingestMs: number[] = [];
  const reopenMs: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const name = `storage-${sample}`;
    ingestMs.push(await (await page.load()).evaluate((name) => bench.ingest(name), name));
    reopenMs.push(await (await page.load()).evaluate((name) => bench.reopen(name), name));
  }
  const note = `median of ${SAMPLES}, each in a page just loaded; Chromium ${page.browserVersion}`;
  return [
    limitRow('twelve months into an empty IndexedDB', median(ingestMs), INGEST_LIMIT_MS, note),
    limitRow('reopen, list the tables, read a month', median(reopenMs), REOPEN_LIMIT_MS, note),
  ];
}

async function benchPredictions(page: BenchPage): Promise<BenchRow[]> {
  const counts = [WARM_UP_PREDICTIONS, PREDICTIONS] as const;
  const times = await (await page.load()).evaluate(
    ([nWarmUps, nRequests]) => bench.predict('predictions', nWarmUps, nRequests),
    counts,
  );
  return predictionRows('in Chromium', times);
}

/** Browsers report tasks from 50 ms on; where there was none, what a timer came late bounds the longest. */
async function benchLongestTask(page: BenchPage): Promise<BenchRow> {
  const longestMs: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const loaded = await page.load();
    const name = `training-${sample}`;
    const { reportedMs, lateMs } = await loaded.evaluate((name) => bench.longestTaskOfTraining(name), name);
    longestMs.push(reportedMs > 0 ? reportedMs : Math.min(lateMs, TASK_LIMIT_MS));
  }
  const note = `median of ${SAMPLES} pages just loaded, ${Math.round(Math.max(...longestMs))} ms at most`;
  return limitRow('longest task of the page while 300 trees train', median(longestMs), TASK_LIMIT_MS, note);
}

async function benchForests(page: BenchPage, python: string | null): Promise<BenchRow[]> {
  const rows = splitRows();
  const { train, yTrain, note } = rows;
  const loaded = await page.load();
  const inPage = await loaded.evaluateHandle((input) => bench.toForestRows(input), {
    x: [...train.data],
    y: [...yTrain],
    nCols: train.nCols,
  });
  const reference = python === null ? null : await startReference(python, rows);
  const params = { nEstimators: 300, randomState: 42, classWeight: 'balanced' };
  const timeFit = (name: string, nWorkers: number, target: number): Promise<BenchRow> =>
    measure(`fit in Chromium, balanced, ${name}`, {
      ours: () => loaded.evaluate(([n, rows]) => bench.fitForest(n, rows), [nWorkers, inPage] as const),
      theirs: reference && (() => reference.time('fit', { ...params, nJobs: nWorkers })),
      target,
      note,
    });
  try {
    return [await timeFit('one worker', 1, 0.5), await timeFit('two workers', 2, 0.55)];
  } finally {
    await reference?.close();
  }
}
