import { LabError } from '../../core/errors.ts';
import { FeatureViewNotFoundException } from '../../core/features/errors.ts';
import { FeatureView } from '../../core/features/feature-view.ts';
import type { ApiStatus } from '../../core/serving/api.ts';
import { createFaults } from '../../core/serving/faults.ts';
import { SimulatedClock } from '../../core/simulated-clock.ts';
import type { DatasetFiles } from '../../core/snapshots/dataset-manifest.ts';
import { Tracking } from '../../core/tracking/tracking.ts';
import type { Classifier, EstimatorArtifact } from '../../core/training/estimator.ts';
import type { LabEngine } from '../lab-api/lab-engine.ts';
import type { RemoteChannel } from './channel.ts';
import type { EngineState, RemoteApiStatus } from './engine-state.ts';
import { fromRemoteError } from './remote-error.ts';
import { createRemoteFeatures } from './remote-features.ts';
import { createRemoteRegistry, createRemoteTrackingClient } from './remote-records.ts';
import { createRemoteSnapshots } from './remote-snapshots.ts';

/** What a kernel's engine is made of. */
export interface RemoteEngineOptions {
  readonly channel: RemoteChannel;
  /** Names of the shipped datasets. */
  readonly datasets: readonly string[];
  /** Who works in the lab. */
  readonly user: string;
  /** The state at the start; `update` brings the later ones. */
  readonly state: EngineState;
  restore(artifact: EstimatorArtifact): Classifier;
}

/** An engine whose stores are on the other side of a channel. */
export interface RemoteEngine {
  readonly engine: LabEngine;
  /** The shipped datasets by name; their files are read on the other side only. */
  readonly datasets: Readonly<Record<string, DatasetFiles>>;
  /** Takes over what changed in the lab. */
  update(state: EngineState): void;
}

/**
 * What the lab API needs of an engine, for a kernel: whatever touches the lab's stores is called over the channel,
 * what only computes (joins, models, the stack of active runs) is done here. Errors are the engine's own.
 */
export function createRemoteEngine({ channel, ...options }: RemoteEngineOptions): RemoteEngine {
  let state = options.state;
  const clock = new SimulatedClock(state.now);
  const mirroredFaults = createFaults();
  const datasets = Object.fromEntries(options.datasets.map((name) => [name, remoteDataset(name)]));
  const views: LabEngine['views'] = {
    list: () => state.views.map((definition) => new FeatureView(definition)),
    get: (name) => {
      const definition = state.views.find((view) => view.name === name);
      if (definition !== undefined) return new FeatureView(definition);
      throw new FeatureViewNotFoundException(
        name,
        state.views.map((view) => view.name),
      );
    },
  };
  const update = (next: EngineState): void => {
    state = next;
    clock.set(next.now);
  };
  const call = channel.call.bind(channel);
  const status = async (method: string, ...args: readonly unknown[]): Promise<ApiStatus> =>
    toApiStatus((await call(method, args)) as RemoteApiStatus);
  return {
    datasets,
    update,
    engine: {
      time: createRemoteTime(clock, channel),
      snapshots: createRemoteSnapshots(channel, (files) => nameOf(datasets, files)),
      ...createRemoteFeatures(channel, () => state.views),
      views,
      tracking: new Tracking(createRemoteTrackingClient(channel), options.user),
      registry: createRemoteRegistry(channel),
      api: {
        start: (start) => status('api.start', start),
        restart: () => status('api.restart'),
        stop: async () => void (await call('api.stop', [])),
        status: () => toApiStatus(state.api),
        checkModel: () => status('api.checkModel'),
        handle: async (request) => (await call('api.handle', [request])) as never,
      },
      requestLog: { list: async () => (await call('requestLog.list', [])) as never },
      faults: {
        inject: async (fault) => {
          // Refused here as there, but before anything is sent.
          mirroredFaults.inject(fault);
          await call('faults.inject', [fault]);
        },
        clear: async () => void (await call('faults.clear', [])),
        active: () => state.faults,
      },
      restore: options.restore,
    },
  };
}

/** The clock's copy follows the engine's: the state that each answer leaves comes before the answer itself. */
function createRemoteTime(clock: SimulatedClock, { call }: RemoteChannel): LabEngine['time'] {
  return {
    clock,
    async set(instant) {
      const before = clock.now();
      clock.set(instant);
      try {
        await call('clock.set', [instant]);
      } catch (error) {
        clock.set(before);
        throw error;
      }
    },
    advance: async (step) => void (await call('clock.advance', [step])),
  };
}

function toApiStatus({ failure, ...status }: RemoteApiStatus): ApiStatus {
  return { ...status, failure: failure === null ? null : fromRemoteError(failure) };
}

function remoteDataset(name: string): DatasetFiles {
  return {
    read: () => {
      throw new LabError(`the files of ${name} are not here`, `load it: await data.load('${name}')`);
    },
  };
}

function nameOf(datasets: Readonly<Record<string, DatasetFiles>>, files: DatasetFiles): string {
  const found = Object.entries(datasets).find(([, known]) => known === files);
  if (found !== undefined) return found[0];
  throw new LabError('these files are no shipped dataset', `known: ${Object.keys(datasets).join(', ')}`);
}
