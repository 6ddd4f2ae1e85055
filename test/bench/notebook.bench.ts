import type { AddressInfo } from 'node:net';
import { build, preview } from 'vite';
import { longNotebook } from '../e2e/long-notebook.ts';
import { openPage } from '../e2e/open-page.ts';
import { storeNotebook } from '../e2e/store-notebook.ts';
import type { BenchRow } from './bench-row.ts';
import { limitRow } from './limit-row.ts';
import { median } from './quantiles.ts';

const SAMPLES = 7;
const READABLE_LIMIT_MS = 300;

/** What a reader waits for: a stored notebook of sixty cells with outputs, in a page that was just loaded. */
export async function benchNotebook(): Promise<BenchRow[]> {
  process.env.NODE_ENV = 'production';
  const outDir = 'node_modules/.cache/bench-app';
  await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  const server = await preview({
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, strictPort: false, host: '127.0.0.1' },
  });
  const { port } = server.httpServer.address() as AddressInfo;
  const appUrl = `http://127.0.0.1:${port}/`;
  const lab = await openPage(appUrl, { address: '/notebook' });
  try {
    await lab.page.locator('.empty').waitFor();
    await storeNotebook(lab.page, longNotebook());
    await lab.page.addInitScript(watchCells);
    const readableMs: number[] = [];
    for (let sample = 0; sample < SAMPLES; sample++) {
      await lab.page.goto('about:blank');
      await lab.page.goto(`${appUrl}#/notebook/sample`);
      const times = await lab.page.waitForFunction(() => Reflect.get(globalThis, 'cellTimes') as Times);
      const { appMs, paintedMs } = await times.jsonValue();
      readableMs.push(paintedMs - appMs);
    }
    const note = `median of ${SAMPLES}, from the app's own bar to the last of sixty cells painted`;
    return [
      limitRow('open a notebook of sixty cells with outputs', median(readableMs), READABLE_LIMIT_MS, note),
    ];
  } finally {
    await lab.close();
    await server.close();
  }
}

/** Milliseconds since the navigation. */
interface Times {
  readonly appMs: number;
  readonly paintedMs: number;
}

/** Runs in the page before anything of it: notes when the app is there, and when all cells are painted. */
function watchCells(): void {
  let appMs = 0;
  const watch = new MutationObserver(() => {
    if (appMs === 0 && document.querySelector('.top-bar') !== null) appMs = performance.now();
    if (document.querySelectorAll('.cell').length < 60) return;
    watch.disconnect();
    // Painted by the second frame after they came.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        Reflect.set(globalThis, 'cellTimes', { appMs, paintedMs: performance.now() }),
      ),
    );
  });
  watch.observe(document, { childList: true, subtree: true });
}
