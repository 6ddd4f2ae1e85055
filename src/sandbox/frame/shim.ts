import { type ForestWorkers, serveForestWorkers } from './forest-workers.ts';
import type { FrameConnect, FrameReady, KernelConnect, ShimMessage, ShimRequest } from './frame-message.ts';

// The whole of the frame: starts and ends workers, the kernels' for the page that holds it and the forests' for the
// kernels. Students' code never runs here, because this window, unlike the worker, could navigate. Without an opaque
// origin nothing is done at all: another site could hold this file in a frame of its own making, and have it run code as
// the app.
if (self.origin === 'null' && parent !== self) {
  addEventListener('message', connect);
  parent.postMessage({ kind: 'frame-ready' } satisfies FrameReady, '*');
}

interface RunningKernel {
  readonly worker: Worker;
  readonly forestWorkers: ForestWorkers;
}

function connect({ source, data, ports }: MessageEvent<FrameConnect>): void {
  const [port] = ports;
  if (source !== parent || data?.kind !== 'connect' || port === undefined) return;
  removeEventListener('message', connect);
  serve(port, toUrl(data.kernel));
}

function serve(port: MessagePort, kernelUrl: string): void {
  const kernels = new Map<number, RunningKernel>();
  const post = (message: ShimMessage): void => port.postMessage(message);
  const forestScript = createForestScript(() => post({ kind: 'forest-wanted' }));
  const nWorkers = navigator.hardwareConcurrency;
  const spawn = (generation: number, kernelPort: MessagePort): void => {
    const worker = new Worker(kernelUrl);
    const { port1, port2: forestPort } = new MessageChannel();
    const forestWorkers = serveForestWorkers(port1, { nWorkers, loadScript: forestScript.load });
    kernels.set(generation, { worker, forestWorkers });
    worker.onerror = (event) => {
      event.preventDefault();
      post({ kind: 'worker-error', generation, message: event.message ?? '' });
    };
    worker.postMessage({ nWorkers } satisfies KernelConnect, [kernelPort, forestPort]);
  };
  const terminate = (generation: number): void => {
    const kernel = kernels.get(generation);
    kernel?.worker.terminate();
    kernel?.forestWorkers.endAll();
    kernels.delete(generation);
  };
  port.onmessage = ({ data, ports }: MessageEvent<ShimRequest>) => {
    if (data.kind === 'ping') post({ kind: 'pong', ping: data.ping });
    else if (data.kind === 'spawn') spawn(data.generation, ports[0]!);
    else if (data.kind === 'terminate') terminate(data.generation);
    else forestScript.receive(data.script);
  };
}

/** The script of forest workers, asked for by `ask` when it is first needed, and again where it could not be had. */
function createForestScript(ask: () => void): {
  load(): Promise<string | null>;
  receive(script: string | null): void;
} {
  let url: Promise<string | null> | null = null;
  let settle = (_url: string | null): void => undefined;
  return {
    load() {
      url ??= new Promise((resolve) => {
        settle = resolve;
        ask();
      });
      return url;
    },
    receive(script) {
      if (script === null) url = null;
      settle(script === null ? null : toUrl(script));
    },
  };
}

function toUrl(script: string): string {
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}
