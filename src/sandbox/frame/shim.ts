import type { FrameConnect, FrameReady, ShimMessage, ShimRequest } from './frame-message.ts';

// The whole of the frame: starts and ends the kernel's worker for the page that holds it. Students' code never runs
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
  let worker: Worker | null = null;
  const spawn = (generation: number, kernelPort: MessagePort): void => {
    worker?.terminate();
    worker = new Worker(kernelUrl);
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
    if (data.kind === 'terminate') worker?.terminate();
    if (data.kind === 'spawn') spawn(data.generation, ports[0]!);
  };
}
