import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
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
    const opened: Times[] = [];
    const entered: Times[] = [];
    for (let sample = 0; sample < SAMPLES; sample++) {
      await lab.page.goto('about:blank');
      await lab.page.goto(`${appUrl}#/notebook/sample`);
      opened.push(await timesOf(lab.page));
      await lab.page.goto('about:blank');
      await lab.page.goto(`${appUrl}#/notebook`);
      await lab.page.getByRole('link', { name: longNotebook().title }).click();
      entered.push(await timesOf(lab.page));
    }
    return [
      rowOf('from an address, after its bar is there', opened),
      rowOf('from the list, after the click', entered),
    ];
  } finally {
    await lab.close();
    await server.close();
  }
}

/** Milliseconds since the page's navigation. */
interface Times {
  /** The app is there: its bar is in the page, or a student clicked on the notebook in the list. */
  readonly startMs: number;
  /** A screenful of cells is painted. */
  readonly readableMs: number;
  /** All sixty are. */
  readonly wholeMs: number;
}

async function timesOf(page: Page): Promise<Times> {
  const times = await page.waitForFunction(() => Reflect.get(globalThis, 'cellTimes') as Times | undefined);
  return (await times.jsonValue()) as Times;
}

function rowOf(way: string, samples: readonly Times[]): BenchRow {
  const wholeMs = median(samples.map((times) => times.wholeMs - times.startMs));
  return limitRow(
    `open a notebook of sixty cells ${way}`,
    median(samples.map((times) => times.readableMs - times.startMs)),
    READABLE_LIMIT_MS,
    `median of ${SAMPLES}, until a screenful is painted; all sixty cells are after ${wholeMs.toFixed(0)} ms`,
  );
}

/**
 * Runs in the page before anything of it: notes when the app is there, and when its cells are painted. No function in it
 * has a name, which the loader of TypeScript would keep by a helper that the page lacks.
 */
function watchCells(): void {
  let startMs = 0;
  let readableMs = 0;
  let isFull = false;
  const watch = new MutationObserver(() => {
    if (startMs === 0 && document.querySelector('.top-bar') !== null) startMs = performance.now();
    const cells = document.querySelectorAll('.cell');
    const last = cells[cells.length - 1];
    if (!isFull && last !== undefined && last.getBoundingClientRect().bottom > innerHeight) {
      isFull = true;
      // Painted by the second frame after they came.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          readableMs = performance.now();
        }),
      );
    }
    if (cells.length < 60) return;
    watch.disconnect();
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        Reflect.set(globalThis, 'cellTimes', { startMs, readableMs, wholeMs: performance.now() }),
      ),
    );
  });
  watch.observe(document, { childList: true, subtree: true });
  addEventListener(
    'click',
    () => {
      startMs = performance.now();
    },
    { capture: true },
  );
}
