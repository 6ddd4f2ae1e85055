import type { Engine } from '../core/engine/create-engine.ts';
import type { DatasetFiles } from '../core/snapshots/dataset-manifest.ts';
import type { ForestExecutor } from '../core/training/forest/forest-executor.ts';
import { restoreEstimator } from '../core/training/restore-estimator.ts';
import type { KernelMessage, KernelRequest } from '../notebook/kernel/protocol.ts';
import { createCallServer } from '../notebook/remote/call-server.ts';
import { createChannel } from '../notebook/remote/create-channel.ts';
import { createRemoteEngine, type RemoteEngine } from '../notebook/remote/create-remote-engine.ts';
import { type EngineState, readEngineState } from '../notebook/remote/engine-state.ts';
import { tfjsRuntime } from './tfjs-runtime.ts';

/** The lab behind a channel. */
export interface CrossedLab {
  readonly engine: Engine;
  readonly datasets: Readonly<Record<string, DatasetFiles>>;
  readonly executor: ForestExecutor;
}

/**
 * `engine` as the page's kernel has it: on the other side of a channel, every call checked and every message cloned.
 * Both sides are in this thread.
 */
export function crossChannel({ engine, datasets, executor }: CrossedLab): RemoteEngine {
  const post = (request: KernelRequest): void => {
    const received = structuredClone(request);
    if (received.kind === 'state') remote.update(received.state as EngineState);
    else channel.receive(received);
  };
  const server = createCallServer({ engine, datasets, timer: () => performance.now(), post });
  const channel = createChannel((message: KernelMessage) => {
    const received = structuredClone(message);
    if (received.kind === 'call') void server.call(received);
    if (received.kind === 'cancel') server.cancel(received.call);
  });
  const remote = createRemoteEngine({
    channel,
    datasets: Object.keys(datasets),
    user: 'student',
    state: structuredClone(readEngineState(engine)),
    restore: (artifact) => restoreEstimator(artifact, { executor, runtime: tfjsRuntime }),
  });
  return remote;
}
