import { type ForestExecutor, inThreadExecutor } from '../../src/core/training/forest/forest-executor.ts';
import { RandomForestClassifier } from '../../src/core/training/random-forest-classifier.ts';
import { createThreadPool } from '../../src/headless/forest-pool.ts';
import type { BenchRow } from './bench-row.ts';
import { measure } from './contest.ts';
import { splitRows, startReference } from './forest-reference.ts';

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
