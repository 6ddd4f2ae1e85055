import type { FrameConnect, FrameReady, ShimMessage, ShimRequest } from './frame-message.ts';

// The whole of the frame: starts and ends the kernels' workers for the page that holds it. Students' code never runs
// here, because this window, unlike the worker, could navigate. Without an opaque origin nothing is done at all: another
// site could hold this file in a frame of its own making, and have it run code as the app.
if (self.origin === 'null' && parent !== self) {
  addEventListener('message', connect);
  parent.postMessage({ kind: 'frame-ready' } satisfies FrameReady, '*');
}

function connect({ source, data, ports }: MessageEvent<FrameConnect>): void {
  const [port] = ports;
  if (source !== parent || data?.kind !== 'connect' || port === undefined) return;
  removeEventListener('message', connect);
  serve(port, URL.createObjectURL(new Blob([data.kernel], { type: 'text/javascript' })));
}

function serve(port: MessagePort, kernelUrl: string): void {
  const workers = new Map<number, Worker>();
  const spawn = (generation: number, kernelPort: MessagePort): void => {
    const worker = new Worker(kernelUrl);
    workers.set(generation, worker);
    worker.onerror = (event) => {
      event.preventDefault();
      port.postMessage({
        kind: 'worker-error',
        generation,
        message: event.message ?? '',
      } satisfies ShimMessage);
    };
    worker.postMessage(null, [kernelPort]);
  };
  port.onmessage = ({ data, ports }: MessageEvent<ShimRequest>) => {
    if (data.kind === 'ping') port.postMessage({ kind: 'pong', ping: data.ping } satisfies ShimMessage);
    if (data.kind === 'spawn') spawn(data.generation, ports[0]!);
    if (data.kind !== 'terminate') return;
    workers.get(data.generation)?.terminate();
    workers.delete(data.generation);
  };
}
