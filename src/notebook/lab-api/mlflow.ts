import { checkOptions } from '../../core/check-options.ts';
import { FEATURE_DEFAULTS_PATH } from '../../core/engine/model-resolver.ts';
import { quote, TypeMismatchError } from '../../core/errors.ts';
import { type LogModelOptions, validateLogModel } from '../../core/registry/log-model.ts';
import type { Registry } from '../../core/registry/registry.ts';
import { computeFeatureDefaults } from '../../core/serving/feature-defaults.ts';
import { isTable } from '../../core/table/table.ts';
import { enforceSchema } from '../../core/tracking/enforce-schema.ts';
import type { Experiment } from '../../core/tracking/experiments.ts';
import { RECEIPT_PATH, type Receipt } from '../../core/tracking/receipt.ts';
import type { Run } from '../../core/tracking/run.ts';
import type { SearchRunsOptions } from '../../core/tracking/search-runs.ts';
import { inferSignature, type ModelSignature } from '../../core/tracking/signature.ts';
import type { MetricTime, StartRunOptions, Tracking } from '../../core/tracking/tracking.ts';
import type { Classifier, EstimatorArtifact, Label } from '../../core/training/estimator.ts';
import { asTable } from '../../core/training/transformers/as-table.ts';
import {
  type AcceptedFeatures,
  type AcceptedTable,
  type AcceptedVector,
  toFeatures,
  toTable,
  toVector,
} from './accepted.ts';
import { type KeywordArguments, type Method, readArguments } from './keyword-arguments.ts';
import { LabClassifier } from './lab-classifier.ts';
import { type ProbabilityRows, toProbabilityRows } from './probability-rows.ts';
import { receiptOf } from './run-receipt.ts';

/** What `mlflow` needs of the lab. */
export interface MlflowContext {
  readonly tracking: Tracking;
  readonly registry: Registry;
  readonly restore: (artifact: EstimatorArtifact) => Classifier;
  /** Version of the code, for receipts. */
  readonly codeVersion: string;
}

/** `logModel`'s options with tables in any form. */
export interface LogModelArguments extends Omit<LogModelOptions, 'inputExample' | 'documents'> {
  readonly inputExample?: AcceptedTable | null;
}

/** A model as `loadModel` gives it: MLflow's pyfunc, which checks its input against the signature. */
export interface LoadedModel {
  readonly signature: ModelSignature | null;
  readonly runId: string;
  readonly name: string | null;
  readonly version: number | null;
  readonly classes: readonly Label[];
  predict(X: AcceptedFeatures): Promise<Label[]>;
  predictProba(X: AcceptedFeatures): Promise<ProbabilityRows>;
  digest(): string;
}

type Body<T> = (run: Run) => T | Promise<T>;

/** Which experiment: its name, or its id. */
export interface ExperimentArguments {
  readonly experimentName?: string | null;
  readonly experimentId?: string;
}

const SET_EXPERIMENT: Method<ExperimentArguments> = {
  name: 'mlflow.setExperiment',
  order: ['experimentName', 'experimentId'],
};
const LOG_MODEL: Method<LogModelArguments> = {
  name: 'mlflow.logModel',
  order: ['artifactPath'],
  named: ['registeredModelName', 'signature', 'inputExample'],
};
const START_RUN = ['runName', 'nested', 'experimentId', 'tags', 'runId'];
const SEARCH_RUNS = [
  'experimentNames',
  'experimentIds',
  'filterString',
  'orderBy',
  'maxResults',
  'runViewType',
];

/** The signature of a model from its input and predictions in any accepted form. */
export function inferSignatureOf(X: AcceptedFeatures, y?: AcceptedVector): ModelSignature {
  return inferSignature(toFeatures(X), y === undefined ? undefined : toVector(y, 'y'));
}

/** MLflow's fluent API over tracking and registry. A logged model brings its receipt and feature defaults. */
export function createMlflow({ tracking, registry, restore, codeVersion }: MlflowContext) {
  return {
    async setExperiment(...args: KeywordArguments<ExperimentArguments>): Promise<Experiment> {
      const { experimentName, experimentId } = readArguments(args, SET_EXPERIMENT);
      return tracking.setExperiment(experimentName, experimentId === undefined ? {} : { experimentId });
    },
    startRun: async (options?: StartRunOptions): Promise<Run> =>
      tracking.startRun(checkOptions('mlflow.startRun', options, { optional: START_RUN })),
    endRun: tracking.endRun.bind(tracking),
    activeRun: tracking.activeRun.bind(tracking),
    /** Python's `with mlflow.start_run(...) as run`; the options may be left out. */
    async withRun<T>(...args: [StartRunOptions, Body<T>] | [Body<T>]): Promise<T> {
      const [options, body] = args.length === 1 ? [{}, args[0]] : args;
      if (typeof body !== 'function') {
        throw new TypeMismatchError(
          `the body of the run is ${quote(body)}`,
          'give a function last: mlflow.withRun({ runName }, async (run) => { … })',
        );
      }
      return tracking.withRun(checkOptions('mlflow.withRun', options, { optional: START_RUN }), body);
    },
    logParam: tracking.logParam.bind(tracking),
    logParams: tracking.logParams.bind(tracking),
    logMetric: async (key: string, value: number, at?: MetricTime | number): Promise<void> =>
      tracking.logMetric(key, value, readMetricTime('mlflow.logMetric', at)),
    logMetrics: async (metrics: Readonly<Record<string, number>>, at?: MetricTime | number): Promise<void> =>
      tracking.logMetrics(metrics, readMetricTime('mlflow.logMetrics', at)),
    setTag: tracking.setTag.bind(tracking),
    setTags: tracking.setTags.bind(tracking),
    deleteTag: tracking.deleteTag.bind(tracking),
    logDict: tracking.logDict.bind(tracking),
    logText: tracking.logText.bind(tracking),
    logFigure: tracking.logFigure.bind(tracking),
    logTable: (table: AcceptedTable, path: string) => tracking.logTable(toTable(table), path),
    searchRuns: async (options?: SearchRunsOptions): Promise<Run[]> =>
      tracking.searchRuns(checkOptions('mlflow.searchRuns', options, { optional: SEARCH_RUNS })),
    registerModel: registry.registerModel,
    inferSignature: inferSignatureOf,

    /** Stores a fitted model with the active run, starting one where there is none; registers it where named. */
    async logModel(model: LabClassifier, ...args: KeywordArguments<LogModelArguments>) {
      if (!(model instanceof LabClassifier)) {
        throw new TypeMismatchError(
          'the model to log is no estimator',
          'log a fitted classifier or pipeline',
        );
      }
      const { inputExample, ...rest } = readArguments(args, LOG_MODEL);
      const options = { ...rest, inputExample: inputExample ? toTable(inputExample) : null };
      const artifact = model.toArtifact();
      // Before the receipt, which takes a while.
      validateLogModel(options);
      const documents = await documentsOf(model, codeVersion);
      return tracking.logToActiveRun((target) =>
        registry.logModel(target, artifact, { ...options, documents }),
      );
    },

    /** The receipt of a run that logged a model; a `MlflowException` where it has none. */
    async loadReceipt(runId: string): Promise<Receipt> {
      const content = await tracking.client.getArtifact(runId, RECEIPT_PATH);
      if (content.kind === 'json') return content.value as Receipt;
      throw new TypeMismatchError(
        `${RECEIPT_PATH} of run ${runId} is ${content.kind}`,
        'log models with logModel',
      );
    },

    /** The model under `models:/…` or `runs:/…`, resolved now (R14–R17). */
    async loadModel(uri: string): Promise<LoadedModel> {
      const { artifact, signature, ...origin } = await registry.loadModel(uri);
      const estimator = restore(artifact);
      const conform = (X: AcceptedFeatures) => {
        const features = toFeatures(X);
        if (isTable(features)) return enforceSchema(signature, features);
        // A matrix has no names: a model that wants named columns refuses it, as MLflow does.
        enforceSchema(signature, asTable(features));
        return features;
      };
      return {
        ...origin,
        signature,
        classes: estimator.classes,
        predict: async (X) => estimator.predict(conform(X)),
        predictProba: async (X) => toProbabilityRows(await estimator.predictProba(conform(X))),
        digest: () => estimator.digest(),
      };
    },
  };
}

/** What is kept beside a model that still knows its training rows, by path: its receipt and its features' defaults. */
async function documentsOf(model: LabClassifier, codeVersion: string): Promise<Record<string, unknown>> {
  const rows = model.trainingRows;
  if (rows === null) return {};
  return {
    [RECEIPT_PATH]: await receiptOf(model, rows, codeVersion),
    ...(isTable(rows.features) && { [FEATURE_DEFAULTS_PATH]: computeFeatureDefaults(rows.features) }),
  };
}

/** When a metric was measured; MLflow takes the step alone too. */
function readMetricTime(caller: string, at: MetricTime | number | undefined): MetricTime {
  if (typeof at === 'number') return { step: at };
  return checkOptions(caller, at, { optional: ['step', 'timestamp'] });
}
