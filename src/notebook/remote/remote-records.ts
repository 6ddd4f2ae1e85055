import type { Registry } from '../../core/registry/registry.ts';
import { isTable, type Table } from '../../core/table/table.ts';
import type { TrackingClient } from '../../core/tracking/tracking-client.ts';
import type { RemoteChannel } from './channel.ts';

/** Every operation on experiments, runs and artifacts. */
export const TRACKING_METHODS = [
  'createExperiment',
  'getExperiment',
  'getExperimentByName',
  'searchExperiments',
  'deleteExperiment',
  'restoreExperiment',
  'createRun',
  'getRun',
  'updateRun',
  'setTerminated',
  'deleteRun',
  'restoreRun',
  'logBatch',
  'logBatchTo',
  'logParam',
  'logParams',
  'logMetric',
  'logMetrics',
  'setTag',
  'setTags',
  'deleteTag',
  'getMetricHistory',
  'logDict',
  'logText',
  'logBytes',
  'logTable',
  'logFileTo',
  'logTableTo',
  'getArtifact',
  'listArtifacts',
  'searchRuns',
] as const satisfies readonly (keyof TrackingClient)[];

/** Every operation on registered models. */
export const REGISTRY_METHODS = [
  'createRegisteredModel',
  'getRegisteredModel',
  'updateRegisteredModel',
  'renameRegisteredModel',
  'deleteRegisteredModel',
  'createModelVersion',
  'getModelVersion',
  'updateModelVersion',
  'getLatestVersions',
  'deleteModelVersion',
  'transitionModelVersionStage',
  'getStageHistory',
  'setRegisteredModelAlias',
  'deleteRegisteredModelAlias',
  'getModelVersionByAlias',
  'setRegisteredModelTag',
  'deleteRegisteredModelTag',
  'setModelVersionTag',
  'deleteModelVersionTag',
  'searchRegisteredModels',
  'searchModelVersions',
  'logModel',
  'registerModel',
  'loadModel',
  'resolveModelUri',
] as const satisfies readonly (keyof Registry)[];

/** MLflow's client over a channel. */
export function createRemoteTrackingClient(channel: RemoteChannel): TrackingClient {
  return methodsOf(channel, 'tracking', TRACKING_METHODS) as unknown as TrackingClient;
}

/** The model registry over a channel. */
export function createRemoteRegistry(channel: RemoteChannel): Registry {
  return methodsOf(channel, 'registry', REGISTRY_METHODS) as unknown as Registry;
}

function methodsOf<N extends string>(
  channel: RemoteChannel,
  room: string,
  names: readonly N[],
): Record<N, (...args: unknown[]) => Promise<unknown>> {
  const methods = names.map((name) => [
    name,
    async (...args: unknown[]) => channel.call(`${room}.${name}`, args.map(toPlain)),
  ]);
  return Object.fromEntries(methods) as Record<N, (...args: unknown[]) => Promise<unknown>>;
}

/** Tables as cells have them carry methods, which cannot cross; tables stand alone or as a member of options. */
function toPlain(value: unknown): unknown {
  if (isTable(value)) return plainTable(value);
  if (typeof value !== 'object' || value === null || !('inputExample' in value)) return value;
  return isTable(value.inputExample) ? { ...value, inputExample: plainTable(value.inputExample) } : value;
}

/** The table without what its class adds. */
export function plainTable({ nRows, columns }: Table): Table {
  return { kind: 'table', version: 1, nRows, columns };
}
