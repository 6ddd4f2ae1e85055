import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { build, preview } from 'vite';

/** The built app on a port of its own. */
export interface ServedPages {
  /** Of the app; a page beside it is at `url` + its name. */
  readonly url: string;
  close(): Promise<void>;
}

/** What is served, and where the build lies. */
export interface ServeOptions {
  readonly outDir: string;
  /** Pages of tests, name → folder: built as the app is, and served from the same origin. */
  readonly beside: Readonly<Record<string, string>>;
  /** Serve what was built before. */
  readonly isBuilt: boolean;
}

/** Builds the app and pages of tests beside it, and serves them. */
export async function servePages({ outDir, beside, isBuilt }: ServeOptions): Promise<ServedPages> {
  // Vitest sets 'test', with which Vite would build React's slow development half.
  process.env.NODE_ENV = 'production';
  const folder = resolve(outDir);
  if (!isBuilt) {
    await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
    const configFile = resolve('vite.config.ts');
    for (const [name, root] of Object.entries(beside)) {
      const pageFolder = { outDir: `${folder}/${name}`, emptyOutDir: true };
      await build({ configFile, root: resolve(root), logLevel: 'warn', build: pageFolder });
    }
  }
  const server = await preview({
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { port: 0, strictPort: false, host: '127.0.0.1' },
  });
  const { port } = server.httpServer.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
