import { createForestServer, type ForestRequest } from '../../core/training/forest/forest-server.ts';

declare const self: DedicatedWorkerGlobalScope;

// The first message brings the kernel's port.
self.onmessage = ({ ports }: MessageEvent) => {
  const port = ports[0]!;
  const serve = createForestServer((reply, transfer) => port.postMessage(reply, transfer));
  port.onmessage = ({ data }: MessageEvent<ForestRequest>) => serve(data);
};
