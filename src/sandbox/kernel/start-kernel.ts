import type { ForestExecutor } from '../../core/training/forest/forest-executor.ts';
import { restoreEstimator } from '../../core/training/restore-estimator.ts';
import type { Tfjs } from '../../core/training/tfjs/tfjs-runtime.ts';
import type { StripTypes } from '../../notebook/cell/strip-types.ts';
import { createKernel } from '../../notebook/kernel/create-kernel.ts';
import type { Kernel } from '../../notebook/kernel/kernel.ts';
import type { KernelMessage, KernelRequest, KernelSetting } from '../../notebook/kernel/protocol.ts';
import type { Danfo } from '../../notebook/lab-api/danfo.ts';
import { createLabApi } from '../../notebook/lab-api/lab-api.ts';
import { createChannel, type KernelChannel } from '../../notebook/remote/create-channel.ts';
import { createRemoteEngine } from '../../notebook/remote/create-remote-engine.ts';
import type { EngineState } from '../../notebook/remote/engine-state.ts';
import type { Evaluator } from './keep-evaluator.ts';
import { createPartLoader, type PartLoader } from './part-loader.ts';
import { serveRuns } from './serve-runs.ts';
import type { StrayErrors } from './stray-errors.ts';

/** What the kernel is made from, all taken before cells may touch anything. */
interface KernelHost {
  readonly channel: KernelChannel;
  readonly parts: PartLoader;
  readonly executor: ForestExecutor;
  readonly evaluator: Evaluator;
}

/** What the worker keeps for its kernel before it loses it. */
export interface KernelMeans {
  readonly executor: ForestExecutor;
  readonly evaluator: Evaluator;
  readonly strays: StrayErrors;
}

/** Waits for the setting, then runs what the page asks for over `port`. */
export function startKernel(port: MessagePort, { executor, evaluator, strays }: KernelMeans): void {
  const post = (message: KernelMessage): void => port.postMessage(message);
  const channel = createChannel(post);
  const parts = createPartLoader(post);
  let receive = ({ kind, ...request }: KernelRequest): void => {
    if (kind !== 'start' || !('setting' in request)) return;
    const { kernel, update } = openKernel(request.setting, { channel, parts, executor, evaluator });
    const runs = serveRuns(kernel, post);
    strays.listener = (error) => kernel.reportStray(error);
    receive = (next) => {
      if (next.kind === 'part') parts.receive(next);
      else if (next.kind === 'state') update(next.state as EngineState);
      else if (next.kind === 'run' || next.kind === 'interrupt') runs(next);
      else channel.receive(next);
    };
    post({ kind: 'ready' });
  };
  port.onmessage = ({ data }: MessageEvent<KernelRequest>) => receive(data);
}

/** The kernel with the lab's names in scope. Stores are on the page's side of the channel, computing is done here. */
function openKernel(
  { datasets, user, codeVersion, state }: KernelSetting,
  { channel, parts, executor, evaluator }: KernelHost,
): { readonly kernel: Kernel; update(state: EngineState): void } {
  const tfjs = { load: () => loadTfjs(parts) };
  const remote = createRemoteEngine({
    channel,
    datasets,
    user,
    state: state as EngineState,
    restore: (artifact) => restoreEstimator(artifact, { executor, runtime: tfjs }),
  });
  const draw = crypto.getRandomValues.bind(crypto);
  const kernel = createKernel({
    ...evaluator,
    timer: performance.now.bind(performance),
    loadStripTypes: () => parts.run<StripTypes>('types'),
    loadDanfo: () => parts.run<Danfo>('danfojs'),
    api: (hooks) =>
      createLabApi({
        engine: remote.engine,
        datasets: remote.datasets,
        executor,
        tfjs,
        codeVersion,
        entropy: () => draw(new Uint32Array(1))[0]!,
        ...hooks,
      }),
  });
  return { kernel, update: remote.update };
}

let tfjs: Promise<Tfjs> | null = null;

/** tfjs, started once from delivered bytes. */
function loadTfjs(parts: PartLoader): Promise<Tfjs> {
  tfjs ??= (async () => {
    const start = await parts.run<(wasm: ArrayBuffer) => Promise<Tfjs>>('tfjs');
    return start(await parts.load('tfjs-wasm'));
  })().catch((error: unknown) => {
    tfjs = null;
    throw error;
  });
  return tfjs;
}
