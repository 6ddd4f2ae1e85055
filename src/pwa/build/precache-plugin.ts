import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { isHostFile } from '../../hosting/host-files.ts';
import type { PrecachedFile, PrecacheList } from '../precache-list.ts';

const WORKER = 'service-worker.js';
const PAGE = 'index.html';

/**
 * Writes the service worker beside the finished build, with the list of everything the build has: chunks that are
 * loaded on demand, workers, WebAssembly, data, icons. Names the version in the page.
 */
export function precache(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'precache',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const folder = resolve(config.root, config.build.outDir);
        // Of a build that failed there is nothing to list, and its own error is the one to be told.
        if (!existsSync(join(folder, PAGE))) return;
        const version = digest(JSON.stringify(listFiles(folder)), 'hex').slice(0, 16);
        nameVersion(join(folder, PAGE), version);
        const code = await buildWorker({ version, files: listFiles(folder) });
        writeFileSync(join(folder, WORKER), code);
      },
    },
  };
}

/** Every file of the build, by name; not the worker itself, nor what is for the host or Vite's own record. */
function listFiles(folder: string): PrecachedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
    .filter((path) => path !== WORKER && !path.startsWith('.vite/') && !isHostFile(path))
    .sort()
    .map((path) => {
      const content = readFileSync(join(folder, path));
      return {
        url: path === PAGE ? './' : path,
        integrity: `sha256-${digest(content, 'base64')}`,
        bytes: content.length,
        isSandboxed: path.endsWith('.html') && path !== PAGE,
      };
    });
}

function nameVersion(page: string, version: string): void {
  const html = readFileSync(page, 'utf8');
  writeFileSync(page, html.replace('</head>', `  <meta name="lab-version" content="${version}">\n  </head>`));
}

/** One classic script: module service workers came late to Firefox. */
async function buildWorker(list: PrecacheList): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { PRECACHE_LIST: JSON.stringify(list) },
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: fileURLToPath(new URL('../service-worker.ts', import.meta.url)),
        formats: ['iife'],
        name: 'serviceWorker',
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (result === undefined || !('output' in result)) throw new Error('the service worker was not built');
  return result.output[0].code;
}

function digest(content: string | Buffer, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(content).digest(encoding);
}
