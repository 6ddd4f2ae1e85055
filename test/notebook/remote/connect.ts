import type { Engine } from '../../../src/core/engine/create-engine.ts';
import { inThreadExecutor } from '../../../src/core/training/forest/forest-executor.ts';
import { restoreEstimator } from '../../../src/core/training/restore-estimator.ts';
import { tfjsRuntime } from '../../../src/headless/tfjs-runtime.ts';
import type { KernelMessage, KernelRequest } from '../../../src/notebook/kernel/protocol.ts';
import {
  type CallServer,
  type CallServerOptions,
  createCallServer,
} from '../../../src/notebook/remote/call-server.ts';
import { createChannel, type KernelChannel } from '../../../src/notebook/remote/create-channel.ts';
import { createRemoteEngine, type RemoteEngine } from '../../../src/notebook/remote/create-remote-engine.ts';
import { type EngineState, readEngineState } from '../../../src/notebook/remote/engine-state.ts';

/** Both ends of a channel in one thread; every message is cloned as a port would. */
export interface Connection extends RemoteEngine {
  readonly server: CallServer;
  readonly channel: KernelChannel;
}

/** A kernel's engine over `engine`, across a channel that delivers at once. */
export function connect(engine: Engine, options: Partial<CallServerOptions> = {}): Connection {
  const post = (request: KernelRequest): void => {
    const received = structuredClone(request);
    if (received.kind === 'state') remote.update(received.state as EngineState);
    else channel.receive(received);
  };
  const server = createCallServer({ engine, datasets: {}, timer: () => 0, post, ...options });
  const channel = createChannel((message: KernelMessage) => {
    const received = structuredClone(message);
    if (received.kind === 'call') server.call(received);
    if (received.kind === 'cancel') server.cancel(received.call);
  });
  const remote = createRemoteEngine({
    channel,
    datasets: Object.keys(options.datasets ?? {}),
    user: 'student',
    state: structuredClone(readEngineState(engine)),
    restore: (artifact) => restoreEstimator(artifact, { executor: inThreadExecutor, runtime: tfjsRuntime }),
  });
  return { server, channel, ...remote };
}
