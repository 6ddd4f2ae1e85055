import { type CancelSignal, type Progress, throwIfCancelled } from '../../core/task.ts';
import type { Receipt } from '../../core/tracking/receipt.ts';
import { LabMlpClassifier } from '../../notebook/lab-api/classifiers.ts';
import type { LabTable } from '../../notebook/lab-api/lab-table.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { buildPipeline, type RunPipeline } from './build-pipeline.ts';
import { requireSound } from './check-specification.ts';
import { drawCurves, scoreTest, type TestScores } from './evaluation.ts';
import { importancesOf } from './importances.ts';
import { logRun } from './log-run.ts';
import type { RunSpecification } from './run-specification.ts';
import { lineageOf, readTrainingSet, type TrainingSet } from './training-set.ts';

/** Where a run is: what it does now, and how far that is where it can be counted. */
export interface TrainProgress {
  readonly phase: 'join' | 'fit' | 'evaluate' | 'log';
  readonly progress: Progress | null;
}

/** How a run is watched and stopped. */
export interface TrainOptions {
  readonly onProgress?: (progress: TrainProgress) => void;
  readonly signal?: CancelSignal;
}

/** What a run left behind. */
export interface TrainedRun {
  readonly runId: string;
  readonly metrics: Readonly<Record<string, number>>;
  readonly receipt: Receipt;
}

/**
 * Does a whole run: join, split, fit, evaluate, then log everything at once. Nothing is logged before the model is
 * fitted, so a run that is cancelled or fails leaves none.
 */
export async function trainRun(
  workspace: Workspace,
  specification: RunSpecification,
  { onProgress, signal }: TrainOptions = {},
): Promise<TrainedRun> {
  requireSound(specification);
  const { api } = workspace;
  const enter = (phase: TrainProgress['phase']): void => {
    throwIfCancelled(signal, 'the run');
    onProgress?.({ phase, progress: null });
  };
  enter('join');
  const [set, lineage] = await Promise.all([
    readTrainingSet(api, specification),
    lineageOf(api, specification),
  ]);
  const split = splitRows(workspace, specification, set);
  enter('fit');
  const pipeline = buildPipeline(api, specification, set.plan);
  await pipeline.fit(split.XTrain, split.yTrain, {
    signal,
    onProgress: (progress) => onProgress?.({ phase: 'fit', progress }),
  });
  enter('evaluate');
  const predicted = await pipeline.predict(split.XTest);
  const probabilities = await pipeline.predictProba(split.XTest);
  const test: TestScores = {
    labels: split.yTest,
    scores: probabilities.map((row) => row[1] as number),
  };
  const metrics = scoreTest(test, predicted);
  enter('log');
  const { runId, receipt } = await logRun(workspace, specification, {
    pipeline,
    plan: set.plan,
    lineage,
    signature: api.inferSignature(split.XTrain, predicted),
    metrics,
    lossCurve: lossCurveOf(pipeline),
    importances: importancesOf(pipeline),
    test,
    curves: drawCurves(test),
  });
  return { runId, metrics, receipt };
}

interface Split {
  readonly XTrain: LabTable;
  readonly XTest: LabTable;
  readonly yTrain: readonly number[];
  readonly yTest: readonly number[];
}

function splitRows(
  { api }: Workspace,
  { testSize, splitSeed }: RunSpecification,
  { features, labels }: TrainingSet,
): Split {
  const options = { testSize, randomState: splitSeed, stratify: labels };
  const [XTrain, XTest, yTrain, yTest] = api.trainTestSplit(features, labels, options);
  return { XTrain, XTest, yTrain, yTest } as Split;
}

function lossCurveOf(pipeline: RunPipeline): readonly number[] {
  const model = Object.values(pipeline.namedSteps).at(-1);
  return model instanceof LabMlpClassifier ? model.lossCurve : [];
}
