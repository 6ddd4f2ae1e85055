import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A plain static host, as a school would have one, which can be switched off and given another build. */
export interface StaticServer {
  /** The address of the build's folder, below the host's root. */
  readonly url: string;
  /** Serves another folder from now on; what the former had alone is gone. */
  show(folder: string): void;
  /** Paths of all requests so far. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

const PATH = '/classes/mlops/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** Further headers of an answer, by the path within the folder: '/', '/assets/a.js'. */
type HeadersOf = (path: string) => Readonly<Record<string, string>>;

/** Serves `folder` below a path, with nothing kept by the HTTP cache: what works offline, the app keeps itself. */
export async function startStaticServer(
  folder: string,
  headersOf: HeadersOf = () => ({}),
): Promise<StaticServer> {
  let shown = folder;
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    requests.push(pathname);
    const path = pathname.startsWith(PATH) ? pathname.slice(PATH.length) || 'index.html' : null;
    const content = path === null ? null : await readFile(join(shown, path)).catch(() => null);
    const type = TYPES[extname(path ?? '')] ?? 'application/octet-stream';
    response.writeHead(content === null ? 404 : 200, {
      'content-type': type,
      'cache-control': 'no-store',
      ...headersOf(`/${pathname.slice(PATH.length)}`),
    });
    response.end(content ?? 'not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${PATH}`,
    show: (next) => {
      shown = next;
    },
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
