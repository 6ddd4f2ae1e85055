import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CONTROL_PAGE } from './control-page.ts';

/** A server on another port than the app's, which nobody has reason to ask for anything. */
export interface CountingServer {
  readonly port: number;
  /** Paths that were asked for and hold `mark`. */
  requestsFor(mark: string): readonly string[];
  close(): Promise<void>;
}

/** Answers everything with something that each kind of request takes, and notes it. Upgrades to sockets are noted too. */
export async function startCountingServer(): Promise<CountingServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const [type, body] = answerTo(path);
    response.writeHead(200, {
      'content-type': type,
      'access-control-allow-origin': '*',
      'service-worker-allowed': '/',
    });
    response.end(body);
  });
  server.on('upgrade', (request, socket) => {
    asked.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requestsFor: (mark) => asked.filter((path) => path.includes(mark)),
    close: () => closeServer(server),
  };
}

function answerTo(path: string): readonly [type: string, body: string] {
  if (path.startsWith('/control')) return ['text/html', CONTROL_PAGE];
  if (path.endsWith('.js')) return ['text/javascript', 'globalThis.loot = 1;'];
  if (path.endsWith('.json')) return ['application/json', '{}'];
  return ['text/plain', 'loot'];
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
