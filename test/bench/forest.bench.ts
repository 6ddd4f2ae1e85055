import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ForestExecutor, inThreadExecutor } from '../../src/core/training/forest/forest-executor.ts';
import { RandomForestClassifier } from '../../src/core/training/random-forest-classifier.ts';
import { trainTestSplitIndices } from '../../src/core/training/split.ts';
import { createThreadPool } from '../../src/headless/forest-pool.ts';
import type { BenchRow } from './bench-row.ts';
import { takeRows, timingMatrix } from './course-matrix.ts';
import { type PythonServer, startPython } from './python-server.ts';

const SAMPLES = 7;

/**
 * Fits the course's forest (300 trees, 5,282 × 20) and predicts 1,761 rows, ours and scikit-learn's in turns; medians.
 * Every pair is warmed up once.
 */
export async function benchForest(python: string | null): Promise<BenchRow[]> {
  const data = splitRows();
  const reference = python === null ? null : await startReference(python, data);
  const pool = createThreadPool(2);
  try {
    const forest = { nEstimators: 300, randomState: 42 } as const;
    const balanced = { ...forest, classWeight: 'balanced' } as const;
    const timeFit = async (name: string, params: typeof forest, options: FitOptions): Promise<BenchRow> => {
      const { executor, nJobs, target } = options;
      const ours = () => new RandomForestClassifier({ ...params }, { executor }).fit(data.train, data.yTrain);
      const theirs = reference && (() => reference.time('fit', { ...params, nJobs }));
      return measure(name, { ours, theirs, target, note: data.note });
    };
    const inThread = { executor: inThreadExecutor, nJobs: 1 };
    const rows = [
      await timeFit('fit, balanced, one worker', balanced, { ...inThread, target: 0.5 }),
      await timeFit('fit, unweighted, one worker', forest, { ...inThread, target: 0.45 }),
      await timeFit('fit, balanced, two workers', balanced, { executor: pool, nJobs: 2, target: 0.55 }),
    ];
    const fitted = await new RandomForestClassifier(balanced).fit(data.train, data.yTrain);
    const predict = await measure('predictProba, 1,761 rows', {
      ours: () => fitted.predictProba(data.test),
      theirs: reference && (() => reference.time('predict', { ...balanced, nJobs: 1 })),
      target: 1,
      note: data.note,
    });
    return [...rows, predict];
  } finally {
    pool.close();
    await reference?.close();
  }
}

interface FitOptions {
  readonly executor: ForestExecutor;
  readonly nJobs: number;
  readonly target: number;
}

interface Contest {
  readonly ours: () => Promise<unknown>;
  /** Gives the milliseconds that the reference measured itself. */
  readonly theirs: (() => Promise<number>) | null;
  readonly target: number;
  readonly note: string;
}

async function measure(name: string, { ours, theirs, target, note }: Contest): Promise<BenchRow> {
  await ours();
  await theirs?.();
  const oursMs: number[] = [];
  const theirsMs: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const started = performance.now();
    await ours();
    oursMs.push(performance.now() - started);
    if (theirs !== null) theirsMs.push(await theirs());
  }
  const our = median(oursMs);
  const their = theirs === null ? null : median(theirsMs);
  return { name, oursMs: our, referenceMs: their, ratio: their === null ? null : our / their, target, note };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function splitRows() {
  const { matrix, labels, source } = timingMatrix();
  const [trainRows, testRows] = trainTestSplitIndices(matrix.nRows, {
    testSize: 0.25,
    randomState: 42,
    stratify: labels,
  });
  const yTrain = Uint8Array.from(trainRows, (row) => labels[row]!);
  return {
    train: takeRows(matrix, trainRows),
    test: takeRows(matrix, testRows),
    yTrain,
    note: `scikit-learn; ${source}`,
  };
}

interface Reference {
  time(kind: 'fit' | 'predict', params: Readonly<Record<string, unknown>>): Promise<number>;
  close(): Promise<void>;
}

async function startReference(python: string, data: ReturnType<typeof splitRows>): Promise<Reference> {
  const folder = await mkdtemp(join(tmpdir(), 'forest-bench-'));
  const [x, y] = [join(folder, 'x'), join(folder, 'y')];
  const rows = Buffer.concat([data.train.data, data.test.data].map((part) => Buffer.from(part.buffer)));
  await Promise.all([writeFile(x, rows), writeFile(y, data.yTrain)]);
  const script = fileURLToPath(new URL('./python/forest_bench.py', import.meta.url));
  const server: PythonServer = startPython(python, script);
  const { nRows } = data.train;
  await server.ask({ x, y, nRows: nRows + data.test.nRows, nTrain: nRows });
  return {
    time: async (kind, params) => Number(await server.ask({ kind, params: snakeCase(params) })),
    async close() {
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

function snakeCase(params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(params);
  return Object.fromEntries(
    entries.map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
