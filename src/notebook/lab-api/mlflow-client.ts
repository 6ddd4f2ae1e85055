import type { DescriptionOptions } from '../../core/registry/registered-models.ts';
import type { Registry } from '../../core/registry/registry.ts';
import type { SearchModelsOptions } from '../../core/registry/search-models.ts';
import type { StageTransition } from '../../core/registry/transition.ts';
import type { RunStatus } from '../../core/tracking/collections.ts';
import type { Batch, Metric } from '../../core/tracking/log-batch.ts';
import type { CreateRunOptions } from '../../core/tracking/runs.ts';
import type { TrackingClient } from '../../core/tracking/tracking-client.ts';
import { type KeywordArguments, readArguments } from './keyword-arguments.ts';

/** Which version of which model. */
export interface VersionArguments {
  readonly name: string;
  readonly version: number | string;
}

/** What a new model version is made from. */
export interface NewVersionArguments extends DescriptionOptions {
  readonly name: string;
  readonly source: string;
  readonly runId?: string | null;
}

/**
 * MLflow's client by its method names: everything of tracking and of the registry that names its run or model.
 * Methods take their arguments in MLflow's order or as one object; unknown names are refused.
 */
export function createMlflowClient(tracking: TrackingClient, registry: Registry) {
  // What may start a run is for the fluent API; MLflow's client has no such calls either.
  const { logBatchTo: _batch, logFileTo: _file, logTableTo: _table, ...logging } = tracking;
  const { logModel: _model, ...models } = registry;
  return { ...logging, ...models, ...trackingMethods(tracking), ...registryMethods(registry) };
}

function trackingMethods(tracking: TrackingClient) {
  return {
    createRun: method('createRun', ['experimentId', 'tags', 'runName'], (options: CreateRunOptions) =>
      tracking.createRun(options),
    ),
    updateRun: method(
      'updateRun',
      ['runId', 'status', 'runName'],
      ({ runId, ...change }: { runId: string; status?: RunStatus; runName?: string }) =>
        tracking.updateRun(runId, change),
    ),
    logBatch: method(
      'logBatch',
      ['runId', 'metrics', 'params', 'tags'],
      ({ runId, ...batch }: Batch & { runId: string }) => tracking.logBatch(runId, batch),
    ),
    getRun: method('getRun', ['runId'], ({ runId }: { runId: string }) => tracking.getRun(runId)),
    deleteRun: method('deleteRun', ['runId'], ({ runId }: { runId: string }) => tracking.deleteRun(runId)),
    restoreRun: method('restoreRun', ['runId'], ({ runId }: { runId: string }) => tracking.restoreRun(runId)),
    setTerminated: method(
      'setTerminated',
      ['runId', 'status'],
      ({ runId, status }: { runId: string; status?: RunStatus }) => tracking.setTerminated(runId, status),
    ),
    logMetric: method(
      'logMetric',
      ['runId', 'key', 'value', 'timestamp', 'step'],
      ({ runId, ...metric }: Metric & { runId: string }) => tracking.logMetric(runId, metric),
    ),
    getMetricHistory: method(
      'getMetricHistory',
      ['runId', 'key'],
      ({ runId, key }: { runId: string; key: string }) => tracking.getMetricHistory(runId, key),
    ),
    listArtifacts: method(
      'listArtifacts',
      ['runId', 'path'],
      ({ runId, path }: { runId: string; path?: string | null }) =>
        tracking.listArtifacts(runId, path ?? undefined),
    ),
    createExperiment: method(
      'createExperiment',
      ['name'],
      ({ name, tags }: Pick<DescriptionOptions, 'tags'> & { name: string }) =>
        tracking.createExperiment(name, tags ? { tags } : {}),
      ['tags'],
    ),
    getExperiment: method('getExperiment', ['experimentId'], (given: { experimentId: string }) =>
      tracking.getExperiment(given.experimentId),
    ),
    getExperimentByName: method('getExperimentByName', ['name'], ({ name }: { name: string }) =>
      tracking.getExperimentByName(name),
    ),
  };
}

function registryMethods(registry: Registry) {
  return {
    createRegisteredModel: method(
      'createRegisteredModel',
      ['name', 'tags', 'description'],
      ({ name, ...options }: DescriptionOptions & { name: string }) =>
        registry.createRegisteredModel(name, options),
    ),
    getRegisteredModel: method('getRegisteredModel', ['name'], ({ name }: { name: string }) =>
      registry.getRegisteredModel(name),
    ),
    updateRegisteredModel: method(
      'updateRegisteredModel',
      ['name', 'description'],
      ({ name, description }: { name: string; description: string }) =>
        registry.updateRegisteredModel(name, { description }),
    ),
    renameRegisteredModel: method(
      'renameRegisteredModel',
      ['name', 'newName'],
      ({ name, newName }: { name: string; newName: string }) => registry.renameRegisteredModel(name, newName),
    ),
    deleteRegisteredModel: method('deleteRegisteredModel', ['name'], ({ name }: { name: string }) =>
      registry.deleteRegisteredModel(name),
    ),
    searchRegisteredModels: method(
      'searchRegisteredModels',
      ['filterString'],
      ({ filterString, ...options }: SearchModelsOptions & { filterString?: string }) =>
        registry.searchRegisteredModels(filterString, options),
      ['orderBy', 'maxResults'],
    ),
    createModelVersion: method(
      'createModelVersion',
      ['name', 'source', 'runId'],
      ({ name, source, ...options }: NewVersionArguments) =>
        registry.createModelVersion(name, source, options),
      ['tags', 'description'],
    ),
    getModelVersion: method('getModelVersion', ['name', 'version'], ({ name, version }: VersionArguments) =>
      registry.getModelVersion(name, version),
    ),
    updateModelVersion: method(
      'updateModelVersion',
      ['name', 'version', 'description'],
      ({ name, version, description }: VersionArguments & { description: string }) =>
        registry.updateModelVersion(name, version, { description }),
    ),
    deleteModelVersion: method(
      'deleteModelVersion',
      ['name', 'version'],
      ({ name, version }: VersionArguments) => registry.deleteModelVersion(name, version),
    ),
    searchModelVersions: method(
      'searchModelVersions',
      ['filterString'],
      ({ filterString, ...options }: SearchModelsOptions & { filterString?: string }) =>
        registry.searchModelVersions(filterString, options),
      ['orderBy', 'maxResults'],
    ),
    getLatestVersions: method(
      'getLatestVersions',
      ['name', 'stages'],
      ({ name, stages }: { name: string; stages?: readonly string[] | null }) =>
        registry.getLatestVersions(name, stages),
    ),
    transitionModelVersionStage: method(
      'transitionModelVersionStage',
      ['name', 'version', 'stage', 'archiveExistingVersions', 'reason'],
      (transition: StageTransition) => registry.transitionModelVersionStage(transition),
    ),
    getStageHistory: method('getStageHistory', ['name'], ({ name }: { name: string }) =>
      registry.getStageHistory(name),
    ),
    setRegisteredModelAlias: method(
      'setRegisteredModelAlias',
      ['name', 'alias', 'version'],
      ({ name, alias, version }: VersionArguments & { alias: string }) =>
        registry.setRegisteredModelAlias(name, alias, version),
    ),
    deleteRegisteredModelAlias: method(
      'deleteRegisteredModelAlias',
      ['name', 'alias'],
      ({ name, alias }: { name: string; alias: string }) => registry.deleteRegisteredModelAlias(name, alias),
    ),
    getModelVersionByAlias: method(
      'getModelVersionByAlias',
      ['name', 'alias'],
      ({ name, alias }: { name: string; alias: string }) => registry.getModelVersionByAlias(name, alias),
    ),
    setModelVersionTag: method(
      'setModelVersionTag',
      ['name', 'version', 'key', 'value'],
      (tag: VersionArguments & { key: string; value: unknown }) => registry.setModelVersionTag(tag),
    ),
    deleteModelVersionTag: method(
      'deleteModelVersionTag',
      ['name', 'version', 'key'],
      ({ name, version, key }: VersionArguments & { key: string }) =>
        registry.deleteModelVersionTag(name, version, key),
    ),
  };
}

/** A method that takes `order` by position or name, and `named` by name only. */
function method<T extends object, R>(
  name: string,
  order: readonly (keyof T & string)[],
  run: (given: T) => Promise<R>,
  named: readonly (keyof T & string)[] = [],
): (...args: KeywordArguments<T>) => Promise<R> {
  return async (...args) => run(readArguments(args, { name: `client.${name}`, order, named }));
}
