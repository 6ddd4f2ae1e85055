import type { Receipt } from '../../core/tracking/receipt.ts';
import type { ModelSignature } from '../../core/tracking/signature.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { RunPipeline } from './build-pipeline.ts';
import type { ColumnPlan } from './column-plan.ts';
import type { Curves, TestScores } from './evaluation.ts';
import type { Importances } from './importances.ts';
import { COLOUR_TAG } from './run-colour.ts';
import { EXPERIMENT, paramsOf, type RunSpecification, SPECIFICATION_PATH } from './run-specification.ts';

/** The folder of a run's model, as MLflow calls it by custom. */
export const MODEL_PATH = 'model';

/** Where a run keeps what its page draws. */
export const TEST_SCORES_PATH = 'evaluation/test_scores.json';
export const CURVES_PATH = 'evaluation/curves.json';
export const IMPORTANCES_PATH = 'evaluation/feature_importances.json';
export const FEATURE_SCHEMA_PATH = 'feature_schema.json';

/** Before the names of the tables in the tags that say which rows a run has read. */
export const LINEAGE_TAG = 'lineage.table.';

/** The as-of instant in the tags. */
export const AS_OF_TAG = 'lineage.as_of';

/** What a finished training leaves to log. */
export interface RunResults {
  readonly pipeline: RunPipeline;
  readonly plan: ColumnPlan;
  /** Table → SHA-256 of its rows as of the run's instant. */
  readonly lineage: Readonly<Record<string, string>>;
  readonly signature: ModelSignature;
  readonly metrics: Readonly<Record<string, number>>;
  /** Mean loss per epoch, for networks. */
  readonly lossCurve: readonly number[];
  readonly importances: Importances | null;
  readonly test: TestScores;
  readonly curves: Curves;
}

/** Logs a finished training as a run of the page's experiment: params, metrics, tags, artifacts, model and receipt. */
export async function logRun(
  { api, engine }: Workspace,
  specification: RunSpecification,
  results: RunResults,
): Promise<{ readonly runId: string; readonly receipt: Receipt }> {
  const { mlflow } = api;
  // By its id: the experiment that cells have set stays theirs.
  const experimentId = await findExperiment(engine.tracking.client);
  const before = await engine.tracking.client.searchRuns({
    experimentIds: [experimentId],
    runViewType: 'ALL',
  });
  return mlflow.withRun({ runName: specification.runName, experimentId }, async ({ info: { runId } }) => {
    await mlflow.logParams(paramsOf(specification));
    await mlflow.setTags({
      [AS_OF_TAG]: specification.asOf,
      [COLOUR_TAG]: before.length,
      ...Object.fromEntries(
        Object.entries(results.lineage).map(([table, digest]) => [`${LINEAGE_TAG}${table}`, digest]),
      ),
    });
    await engine.tracking.client.logBatch(runId, {
      metrics: [
        ...Object.entries(results.metrics).map(([key, value]) => ({ key, value })),
        ...results.lossCurve.map((value, epoch) => ({ key: 'loss', value, step: epoch + 1 })),
      ],
    });
    await mlflow.logDict(specification, SPECIFICATION_PATH);
    await mlflow.logDict(schemaOf(specification, results.plan), FEATURE_SCHEMA_PATH);
    await mlflow.logDict(results.test, TEST_SCORES_PATH);
    await mlflow.logDict(results.curves, CURVES_PATH);
    if (results.importances !== null) await mlflow.logDict(results.importances, IMPORTANCES_PATH);
    await mlflow.logModel(results.pipeline, { artifactPath: MODEL_PATH, signature: results.signature });
    return { runId, receipt: await mlflow.loadReceipt(runId) };
  });
}

async function findExperiment(client: Workspace['engine']['tracking']['client']): Promise<string> {
  const found = await client.getExperimentByName(EXPERIMENT);
  return found?.experimentId ?? client.createExperiment(EXPERIMENT);
}

/** What the model expects of its features, and how each is encoded. */
function schemaOf({ features }: RunSpecification, { columns }: ColumnPlan): unknown {
  return {
    kind: 'feature-schema',
    version: 1,
    features: columns.map((column, position) => ({ reference: features[position], ...column })),
  };
}
