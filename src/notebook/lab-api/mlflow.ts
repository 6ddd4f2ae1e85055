import { FEATURE_DEFAULTS_PATH } from '../../core/engine/model-resolver.ts';
import { TypeMismatchError } from '../../core/errors.ts';
import type { LogModelOptions } from '../../core/registry/log-model.ts';
import type { Registry } from '../../core/registry/registry.ts';
import { computeFeatureDefaults } from '../../core/serving/feature-defaults.ts';
import { isTable } from '../../core/table/table.ts';
import { enforceSchema } from '../../core/tracking/enforce-schema.ts';
import { RECEIPT_PATH, type Receipt } from '../../core/tracking/receipt.ts';
import type { Run } from '../../core/tracking/run.ts';
import { inferSignature, type ModelSignature } from '../../core/tracking/signature.ts';
import type { StartRunOptions, Tracking } from '../../core/tracking/tracking.ts';
import type { Classifier, EstimatorArtifact, Label } from '../../core/training/estimator.ts';
import {
  type AcceptedFeatures,
  type AcceptedTable,
  type AcceptedVector,
  toFeatures,
  toTable,
  toVector,
} from './accepted.ts';
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
export interface LogModelArguments extends Omit<LogModelOptions, 'inputExample'> {
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

/** The signature of a model from its input and predictions in any accepted form. */
export function inferSignatureOf(X: AcceptedFeatures, y?: AcceptedVector): ModelSignature {
  return inferSignature(toFeatures(X), y === undefined ? undefined : toVector(y, 'y'));
}

/** MLflow's fluent API over tracking and registry. A logged model brings its receipt and feature defaults. */
export function createMlflow({ tracking, registry, restore, codeVersion }: MlflowContext) {
  return {
    setExperiment: tracking.setExperiment.bind(tracking),
    startRun: tracking.startRun.bind(tracking),
    endRun: tracking.endRun.bind(tracking),
    activeRun: tracking.activeRun.bind(tracking),
    withRun<T>(options: StartRunOptions, body: (run: Run) => T | Promise<T>): Promise<T> {
      return tracking.withRun(options, body);
    },
    logParam: tracking.logParam.bind(tracking),
    logParams: tracking.logParams.bind(tracking),
    logMetric: tracking.logMetric.bind(tracking),
    logMetrics: tracking.logMetrics.bind(tracking),
    setTag: tracking.setTag.bind(tracking),
    setTags: tracking.setTags.bind(tracking),
    deleteTag: tracking.deleteTag.bind(tracking),
    logDict: tracking.logDict.bind(tracking),
    logText: tracking.logText.bind(tracking),
    logFigure: tracking.logFigure.bind(tracking),
    logTable: (table: AcceptedTable, path: string) => tracking.logTable(toTable(table), path),
    searchRuns: tracking.searchRuns.bind(tracking),
    registerModel: registry.registerModel,
    inferSignature: inferSignatureOf,

    /** Stores a fitted model with the active run, starting one where there is none; registers it where named. */
    async logModel(model: LabClassifier, options: LogModelArguments) {
      if (!(model instanceof LabClassifier)) {
        throw new TypeMismatchError(
          'the model to log is no estimator',
          'log a fitted classifier or pipeline',
        );
      }
      const artifact = model.toArtifact();
      const runId = await tracking.activeRunId();
      const { inputExample, ...rest } = options;
      const logged = await registry.logModel(runId, artifact, {
        ...rest,
        inputExample: inputExample ? toTable(inputExample) : null,
      });
      if (model.trainingRows !== null) await logTrainingRows(runId, model, model.trainingRows);
      return logged;
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
        return isTable(features) ? enforceSchema(signature, features) : features;
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

  async function logTrainingRows(
    runId: string,
    model: LabClassifier,
    rows: NonNullable<LabClassifier['trainingRows']>,
  ): Promise<void> {
    await tracking.client.logDict(runId, await receiptOf(model, rows, codeVersion), RECEIPT_PATH);
    if (isTable(rows.features)) {
      await tracking.client.logDict(runId, computeFeatureDefaults(rows.features), FEATURE_DEFAULTS_PATH);
    }
  }
}
