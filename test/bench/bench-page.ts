import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.ts';

/** The built measuring page in a Chromium that keeps its databases on disk, as a student's does. */
export interface BenchPage {
  /** The page, loaded afresh: nothing is compiled or connected yet. */
  load(): Promise<Page>;
  readonly browserVersion: string;
  close(): Promise<void>;
}

/** Builds `page/` with the app's own configuration and opens it. */
export async function openBenchPage(): Promise<BenchPage> {
  const folder = await mkdtemp(join(tmpdir(), 'browser-bench-'));
  const outDir = join(folder, 'page');
  const config = {
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    root: fileURLToPath(new URL('./page', import.meta.url)),
    logLevel: 'warn',
  } as const;
  await build({ ...config, build: { outDir, emptyOutDir: true } });
  const server = await preview({
    ...config,
    build: { outDir },
    preview: { port: 0, strictPort: false, host: '127.0.0.1' },
  });
  const { port } = server.httpServer.address() as AddressInfo;
  // A context of its own folder: the usual ones keep IndexedDB in memory.
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findChromium(),
    args: CHROMIUM_FLAGS,
  });
  const [page] = context.pages() as [Page];
  return {
    async load() {
      await page.goto('about:blank');
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForFunction(() => 'bench' in globalThis);
      return page;
    },
    browserVersion: context.browser()?.version() ?? 'Chromium',
    async close() {
      await context.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
