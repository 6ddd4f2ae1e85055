import { LabError } from '../errors.ts';
import type { Table } from '../table/table.ts';
import { MlflowException } from '../tracking/mlflow-exception.ts';
import type { Answer, Outcome, PredictCall } from './answer.ts';
import { answerCall, type Prediction } from './answer-call.ts';
import type { ApiDependencies, ApiProcess } from './api-process.ts';
import { courseNotInitialized } from './course-answers.ts';
import { reportsByName, type ServedFeature } from './feature-report.ts';
import { toFeatureTable } from './feature-table.ts';
import type { LoadedModel } from './model-resolver.ts';
import { type Delay, type FeatureRead, readFeatures } from './read-features.ts';
import { readPredictBody } from './read-predict-body.ts';
import { refuseCall } from './refuse-call.ts';
import type { ServingOptions } from './serving-options.ts';

/** The answer to one call of /predict, and what the log is told beside it. */
export interface PredictResult {
  readonly answer: Answer;
  readonly entity: string | null;
  readonly features: readonly ServedFeature[];
  readonly delay: Delay;
  /** The error behind the answer, which the answer itself may hide. */
  readonly message: string | null;
}

const NO_DELAY: Delay = { injectedMs: 0, waitedMs: 0 };

/** Answers one call of /predict: body, features, model. Never throws: a failure is an answer. */
export async function predict(
  body: string,
  process: ApiProcess,
  dependencies: ApiDependencies,
): Promise<PredictResult> {
  const { options, model } = process;
  const request = readPredictBody(body, options.joinKey);
  const nothingRead = { entity: request.entity ?? null, features: [], delay: NO_DELAY };
  if (request.problems !== undefined) {
    const answer: Answer = { outcome: 'invalid-request', status: 422, body: { detail: request.problems } };
    return { ...nothingRead, answer, message: request.problems[0]?.msg ?? null };
  }
  if (model === null) return { ...nothingRead, ...notInitialized(process) };
  let read: FeatureRead;
  try {
    read = await readFeatures(request.entity, process, dependencies);
  } catch (error) {
    return { ...nothingRead, ...failed('store-error', error, { options }) };
  }
  const call: PredictCall = { entity: request.entity, features: read.features, options };
  return { entity: call.entity, ...read, ...(await decide(call, model)) };
}

/** The answer where the model could not be loaded at start (S3). */
export function notInitialized({ options, failure }: ApiProcess): { answer: Answer; message: string } {
  const message = describe(failure);
  if (options.onMissing === 'course') return { answer: courseNotInitialized(), message };
  const body = {
    detail: `the model was not loaded at start: ${message}`,
    code: 'not-initialized',
    hint: 'mend the cause, then await api.restart(): a model is only looked for at start',
  };
  return { answer: { outcome: 'not-initialized', status: 503, body }, message };
}

async function decide(
  call: PredictCall,
  model: LoadedModel,
): Promise<{ readonly answer: Answer; readonly message: string | null }> {
  const refusal = refuseCall(call);
  if (refusal !== null) return { answer: refusal, message: messageOf(refusal) };
  try {
    const prediction = await predictRow(toFeatureTable(call.features), model);
    return { answer: answerCall(call, prediction, model), message: null };
  } catch (error) {
    return failed(error instanceof MlflowException ? 'wrong-type' : 'model-error', error, call);
  }
}

async function predictRow(row: Table, { model }: LoadedModel): Promise<Prediction> {
  const { labels, probabilities } = await model.predict(row);
  return { label: labels[0]!, probabilities };
}

/** An answer 500. The course's API does not catch errors, so its server answers with two words and no reason. */
export function failed(
  outcome: Outcome,
  error: unknown,
  { options, features }: { readonly options: ServingOptions; readonly features?: readonly ServedFeature[] },
): { readonly answer: Answer; readonly message: string } {
  const message = describe(error);
  if (options.onMissing === 'course') {
    return { answer: { outcome, status: 500, body: 'Internal Server Error' }, message };
  }
  const hint = error instanceof LabError ? error.hint : 'see the request log';
  const reports = features === undefined ? {} : { features: reportsByName(features) };
  return {
    answer: { outcome, status: 500, body: { detail: message, code: outcome, hint, ...reports } },
    message,
  };
}

function messageOf({ body }: Answer): string {
  return typeof body === 'string' ? body : String(body.detail ?? body.error);
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
