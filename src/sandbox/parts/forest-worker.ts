import { createForestServer, type ForestRequest } from '../../core/training/forest/forest-server.ts';

declare const self: DedicatedWorkerGlobalScope;

const serve = createForestServer((reply, transfer) => self.postMessage(reply, transfer));
self.onmessage = ({ data }: MessageEvent<ForestRequest>) => serve(data);
