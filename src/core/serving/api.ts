import { quote, ValueError } from '../errors.ts';
import { columnOfReference } from '../features/feature-reference.ts';
import { MlflowException } from '../tracking/mlflow-exception.ts';
import { createApiMetrics } from './api-metrics.ts';
import type { ApiDependencies, ApiProcess } from './api-process.ts';
import { handleRequest } from './handle-request.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import type { LoadedModel, ModelReference, ModelResolver } from './model-resolver.ts';
import { resolveServingOptions, type ServingOptions, type StartOptions } from './serving-options.ts';

/** What the API is doing, and from which model. */
export interface ApiStatus {
  /** 'failed' is a started API without a model. */
  readonly state: 'stopped' | 'failed' | 'running';
  readonly options: ServingOptions | null;
  /** Simulated instant at which the model was loaded, UTC milliseconds. */
  readonly startedAt: number | null;
  readonly model: (ModelReference & { readonly uri: string }) | null;
  /** Why the start failed. */
  readonly failure: Error | null;
  /** The version that the model URI meant when `checkModel` last looked; null before, or where it means none. */
  readonly current: ModelReference | null;
  /** Whether `current` is another version than the one being served: a restart would load it. */
  readonly isBehind: boolean;
}

/** A process of the same API in another tab. */
export interface OtherProcess {
  readonly options: StartOptions;
  /** The URI of the version that it loaded. */
  readonly loadedUri: string;
  /** Simulated instant, UTC milliseconds. */
  readonly startedAt: number;
}

/** The prediction API of the lab. */
export interface Api {
  /**
   * Starts, or starts anew: resolves the model once (R17) and sets the metrics to zero. Where that fails the API
   * stays up without a model and the error is thrown; under the policy 'course' only the status tells (S3).
   */
  start(options: StartOptions): Promise<ApiStatus>;
  /** Starts again with the last options; a `ValueError` where it never was started. */
  restart(): Promise<ApiStatus>;
  /**
   * Starts as another process of the same API did: with its options and start time, and with the very version that it
   * loaded, whatever the model URI means by now. Where that fails the status tells.
   */
  join(other: OtherProcess): Promise<ApiStatus>;
  stop(): void;
  status(): ApiStatus;
  /** Looks what the model URI means by now, without loading it. */
  checkModel(): Promise<ApiStatus>;
  /** Answers one request; never throws. */
  handle(request: HttpRequest): Promise<HttpResponse>;
}

/** An API that is not started yet. */
export function createApi(dependencies: ApiDependencies): Api {
  const { models, clock } = dependencies;
  let process: ApiProcess | null = null;
  let lastOptions: ServingOptions | null = null;
  let current: ModelReference | null = null;

  const status = (): ApiStatus => describeProcess(process, current);

  const launch = async (
    options: ServingOptions,
    { loadedUri = options.modelUri, startedAt = clock.now() }: Partial<OtherProcess> = {},
  ): Promise<ApiStatus> => {
    process = null;
    lastOptions = options;
    const loaded = await loadModel(models, options, loadedUri);
    current = loaded.model;
    process = { options, startedAt, metrics: createApiMetrics(startedAt), ...loaded, nReads: 0 };
    if (loaded.failure !== null && options.onMissing !== 'course') throw loaded.failure;
    return status();
  };

  return {
    start: async (options) => launch(resolveServingOptions(options)),
    restart: async () => {
      if (lastOptions === null) {
        throw new ValueError('the API was never started', 'await api.start({ modelUri, features }) first');
      }
      return launch(lastOptions);
    },
    join: async ({ options, loadedUri, startedAt }) => {
      const resolved = resolveServingOptions(options);
      // The error is in the status, as the other process has it in its own.
      await launch(resolved, { loadedUri, startedAt }).catch(() => undefined);
      if (process !== null) current = await findCurrent(models, resolved.modelUri);
      return status();
    },
    stop: () => {
      process = null;
    },
    status,
    checkModel: async () => {
      if (process !== null) current = await findCurrent(models, process.options.modelUri);
      return status();
    },
    handle: (request) => handleRequest(request, process, dependencies),
  };
}

async function loadModel(
  models: ModelResolver,
  options: ServingOptions,
  uri: string,
): Promise<
  { readonly model: LoadedModel; readonly failure: null } | { readonly model: null; readonly failure: Error }
> {
  try {
    const model = await models.resolve(uri);
    if (options.onMissing === 'impute') requireDefaults(model, options);
    return { model: { ...model, uri: options.modelUri }, failure: null };
  } catch (error) {
    return { model: null, failure: error instanceof Error ? error : new Error(String(error)) };
  }
}

function requireDefaults({ featureDefaults, uri }: LoadedModel, options: ServingOptions): void {
  const known = featureDefaults?.values ?? {};
  const lacking = options.features
    .map((reference) => columnOfReference(reference, options.fullFeatureNames))
    .filter((name) => !Object.hasOwn(known, name));
  if (lacking.length === 0) return;
  throw new ValueError(
    `no defaults to impute ${lacking.join(', ')} with, for the model ${quote(uri)}`,
    "log feature_defaults.json with the model's run, or choose another onMissing",
  );
}

async function findCurrent(models: ModelResolver, uri: string): Promise<ModelReference | null> {
  try {
    return await models.resolveReference(uri);
  } catch (error) {
    if (error instanceof MlflowException) return null;
    throw error;
  }
}

function describeProcess(process: ApiProcess | null, current: ModelReference | null): ApiStatus {
  if (process === null) {
    const nothing = { options: null, startedAt: null, model: null, failure: null, current: null };
    return { state: 'stopped', ...nothing, isBehind: false };
  }
  const { options, startedAt, model, failure } = process;
  return {
    state: model === null ? 'failed' : 'running',
    options,
    startedAt,
    model: model === null ? null : { uri: model.uri, ...referenceOf(model) },
    failure,
    current: current === null ? null : referenceOf(current),
    isBehind: current !== null && (current.name !== model?.name || current.version !== model?.version),
  };
}

function referenceOf({ name, version, stage, runId }: ModelReference): ModelReference {
  return { name, version, stage, runId };
}
