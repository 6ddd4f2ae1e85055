import type { Answer } from './answer.ts';
import type { ApiDependencies, ApiProcess } from './api-process.ts';
import { missingNames, type ServedFeature, staleNames } from './feature-report.ts';
import type { HttpRequest } from './http.ts';
import type { PredictResult } from './predict.ts';

/** Where a call came from: its request, the timer at its arrival, and the process that answered it. */
export interface CallContext {
  readonly request: HttpRequest;
  readonly arrived: number;
  readonly process: ApiProcess | null;
  readonly dependencies: ApiDependencies;
}

/** Counts, times and logs one call of /predict. */
export function recordCall(result: PredictResult, context: CallContext): void {
  const { clock, log, timer } = context.dependencies;
  const { answer, delay, features } = result;
  const latencyMs = timer() - context.arrived - delay.waitedMs + delay.injectedMs;
  if (context.process !== null) measure(answer, latencyMs, context.process);
  const model = context.process?.model ?? null;
  log.append({
    at: clock.now(),
    latencyMs,
    method: context.request.method,
    path: context.request.path,
    status: answer.status,
    outcome: answer.outcome,
    entity: result.entity,
    modelName: model?.name ?? null,
    modelVersion: model?.version ?? null,
    prediction: predictionOf(answer),
    features: Object.fromEntries(features.map(({ name, report }) => [name, report.value])),
    missing: missingNames(features),
    stale: staleNames(features),
    imputed: features.filter(isImputed).map(({ name }) => name),
    message: result.message,
  });
}

/** The result of a call that no process answered. */
export function unanswered(answer: Answer): PredictResult {
  const delay = { injectedMs: 0, waitedMs: 0 };
  return { answer, entity: null, features: [], delay, message: answer.outcome };
}

/**
 * As in the course, its policy counts a call once its body is valid, and times it only where it ends in a
 * prediction, so that `_count` stays below the requests (S3). The other policies count and time every call.
 */
function measure(answer: Answer, latencyMs: number, { options, metrics }: ApiProcess): void {
  const isCourse = options.onMissing === 'course';
  if (!isCourse || answer.outcome !== 'invalid-request') metrics.countRequest();
  if (!isCourse || predictionOf(answer) !== null) metrics.observeLatency(latencyMs / 1000);
}

function predictionOf({ body }: Answer): number | string | null {
  return typeof body === 'string' ? null : ((body.prediction as number | string | undefined) ?? null);
}

function isImputed({ report }: ServedFeature): boolean {
  return report.source === 'imputed' || report.source === 'pipeline';
}
