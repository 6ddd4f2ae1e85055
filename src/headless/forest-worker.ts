import { parentPort } from 'node:worker_threads';
import { createForestServer, type ForestRequest } from '../core/training/forest/forest-server.ts';

const serve = createForestServer((reply, transfer) => parentPort!.postMessage(reply, transfer));
parentPort!.on('message', (request: ForestRequest) => serve(request));
