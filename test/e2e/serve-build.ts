import type { AddressInfo } from 'node:net';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served. */
    appUrl: string;
  }
}

/** Where the build of the end-to-end tests lies. */
export const BUILD_FOLDER = 'node_modules/.cache/e2e';

/** Builds the app once and serves it for all end-to-end tests. */
export default async function serveBuild(project: TestProject): Promise<() => Promise<void>> {
  // Vitest sets 'test', with which Vite would build React's slow development half.
  process.env.NODE_ENV = 'production';
  // Apart from dist, which `npm start` may be serving at the same time.
  await build({ logLevel: 'warn', build: { outDir: BUILD_FOLDER, emptyOutDir: true } });
  const server = await preview({
    build: { outDir: BUILD_FOLDER },
    logLevel: 'warn',
    preview: { port: 0, strictPort: false, host: '127.0.0.1' },
  });
  const { port } = server.httpServer.address() as AddressInfo;
  project.provide('appUrl', `http://127.0.0.1:${port}/`);
  return () => server.close();
}
