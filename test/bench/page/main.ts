// The page of browser.bench.ts: what is timed in a browser, as one global object.
import type { Matrix } from '../../../src/core/numeric/matrix.ts';
import { RandomForestClassifier } from '../../../src/core/training/random-forest-classifier.ts';
import { openBrowserLab } from '../../../src/lab/open-browser-lab.ts';
import { CATEGORICAL, NUMERIC } from '../../../src/lab/route/course-features.ts';
import { required } from '../../../src/lab/route/course-state.ts';
import { openLabDatabase } from '../../../src/lab/storage/open-lab-database.ts';
import { createKernelClient, type KernelClient } from '../../../src/sandbox/kernel-client.ts';
import { createForestPool } from '../../../src/workers/forest-pool.ts';
import { serveCourse, splitCourse, timePredictions } from '../serve-course.ts';
import { longestTask } from './longest-task.ts';

const FOREST = { nEstimators: 300, randomState: 42, classWeight: 'balanced' } as const;
const AS_OF = '2024-01-31';
const open = async (databaseName: string) =>
  (await openBrowserLab({ database: await openLabDatabase(databaseName), codeVersion: 'bench' })).api;
const SILENT = { onOutput: () => undefined, onProgress: () => undefined };
const pools = [1, 2].map((size) => createForestPool(size));

const pageBench = {
  /** Loads the twelve months into a new database. */
  async ingest(databaseName: string): Promise<number> {
    const lab = await open(databaseName);
    return time(() => lab.data.load('streamflow'));
  },

  /** Opens a filled database, lists its tables and reads one month of one of them. */
  reopen: (databaseName: string): Promise<number> =>
    time(async () => {
      const lab = await open(databaseName);
      await lab.data.tables();
      await lab.data.snapshot('subscriptions', { asOf: AS_OF });
    }),

  /** Trains and serves the course's model, then calls it: `nWarmUps` times, then `nRequests` times on the watch. */
  async predict(databaseName: string, nWarmUps: number, nRequests: number): Promise<number[]> {
    const lab = await open(databaseName);
    await serveCourse(lab);
    await timePredictions(lab, nWarmUps);
    return [...(await timePredictions(lab, nRequests))];
  },

  /** Makes a matrix of numbers that crossed into the page, once for all fits. */
  toForestRows({ x, y, nCols }: ForestInput): ForestRows {
    const matrix = { data: Float64Array.from(x), nRows: y.length, nCols };
    return { matrix, labels: Uint8Array.from(y) };
  },

  /** Grows the course's forest in one or two workers. */
  async fitForest(nWorkers: number, { matrix, labels }: ForestRows): Promise<void> {
    await new RandomForestClassifier(FOREST, { executor: pools[nWorkers - 1]! }).fit(matrix, labels);
  },

  /** Opens a kernel and waits until it has run a cell. */
  async openKernel(databaseName: string): Promise<void> {
    const { engine } = await openBrowserLab({
      database: await openLabDatabase(databaseName),
      codeVersion: 'bench',
    });
    kernel = createKernelClient({ engine, datasets: {}, codeVersion: 'bench', user: 'bench' });
    await kernel.run({ cellId: 'first', source: '1' }, SILENT);
  },

  /** Runs a cell for `runMs`, stops it, and times until the next cell has run. */
  async stopCell(source: string, runMs: number): Promise<{ stopMs: number; stateKept: boolean }> {
    const running = kernel.run({ cellId: 'cell', source: `{ ${source} }` }, SILENT);
    await new Promise((resolve) => setTimeout(resolve, runMs));
    if (kernel.state !== 'running')
      throw new Error(`the cell ended before it was stopped, after ${runMs} ms`);
    const stopMs = await time(async () => {
      await kernel.stop();
      await kernel.run({ cellId: 'next', source: '1' }, SILENT);
    });
    return { stopMs, stateKept: (await running).stateKept };
  },

  /** How long the page is busy at a stretch while the course's pipeline trains. */
  async longestTaskOfTraining(databaseName: string) {
    const lab = await open(databaseName);
    const { XTrain, yTrain } = required(await splitCourse(lab), 'split');
    const pipeline = new lab.Pipeline([
      [
        'encode',
        new lab.ColumnTransformer([
          ['categorical', new lab.OneHotEncoder({ handleUnknown: 'ignore' }), [...CATEGORICAL]],
          ['numeric', 'passthrough', [...NUMERIC]],
        ]),
      ],
      ['forest', new lab.RandomForestClassifier(FOREST)],
    ]);
    return longestTask(() => pipeline.fit(XTrain, yTrain));
  },
};

/** A kernel behind the wall; opened by `openKernel`. */
let kernel: KernelClient;

interface ForestRows {
  readonly matrix: Matrix;
  readonly labels: Uint8Array;
}

/** A matrix and its labels as they cross into the page. */
interface ForestInput {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly nCols: number;
}

declare global {
  var bench: typeof pageBench;
}

globalThis.bench = pageBench;

async function time(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}
