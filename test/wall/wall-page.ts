import { readFileSync } from 'node:fs';
import { BUILD_FOLDER } from '../e2e/serve-build.ts';
import { type Engine, type EnginePage, waitFor } from '../engines/engine.ts';
import type { Attempt, Effects } from './attempt.ts';
import { SECRET } from './attempt.ts';
import type { CountingServer } from './counting-server.ts';
import { PLANT_SECRETS, START_KERNEL_OF_FILE, startKernelOf } from './page-scripts.ts';

/** A page that attempts are made on. */
export interface AttemptPage {
  readonly page: EnginePage;
  /** Makes one attempt and says what came of it. */
  attempt(attempt: Attempt): Promise<Effects>;
  close(): Promise<void>;
}

type Snapshot = Readonly<Record<string, string>>;

/** A page that has not changed for so long has told all that it tells by itself, of files that it keeps for later too. */
const REST_MS = 4000;
const COME_TO_REST = `await new Promise((resolve) => {
  let timer;
  const wait = () => { clearTimeout(timer); timer = setTimeout(() => { watch.disconnect(); resolve(); }, ${REST_MS}); };
  const watch = new MutationObserver(wait);
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  wait();
});`;

/** After this long what an attempt has asked for has arrived. */
const SETTLE_MS = 100;

/** The built app, with a kernel of its own to make attempts in. Each attempt has a new kernel. */
export async function openWall(engine: Engine, appUrl: string, server: CountingServer): Promise<AttemptPage> {
  return openKernelPage(engine, server, {
    url: `${appUrl}#/`,
    startKernel: startKernelOf(findKernelChunk()),
  });
}

/** The same in the lab as one file, opened from a disk: `url` is a file's. */
export async function openFileWall(
  engine: Engine,
  url: string,
  server: CountingServer,
): Promise<AttemptPage> {
  return openKernelPage(engine, server, { url, startKernel: START_KERNEL_OF_FILE });
}

async function openKernelPage(
  engine: Engine,
  server: CountingServer,
  { url, startKernel }: { readonly url: string; readonly startKernel: string },
): Promise<AttemptPage> {
  const page = await engine.open(url);
  await waitFor(page, `return document.querySelector('main h1') ? true : null;`, 60_000);
  // What it changes from here on would look like an attempt's doing.
  await page.evaluate(COME_TO_REST);
  await page.evaluate(PLANT_SECRETS);
  await page.evaluate(startKernel);
  return attemptsOn(page, server, async (code) => {
    const { outputs } = await page.evaluate<{ outputs: string }>(
      `return runCell(${JSON.stringify(toCell(code))});`,
    );
    // The next attempt finds nothing of this one.
    await page.evaluate('await kernel.client.restart();');
    return outputs;
  });
}

/** The same code where nothing is in its way, in a page or in its worker. */
export async function openControl(engine: Engine, server: CountingServer): Promise<AttemptPage> {
  const url = `http://127.0.0.1:${server.port}/control`;
  const page = await engine.open(url);
  const control = attemptsOn(page, server, (code, attempt) =>
    page.evaluate<string>(toControl(code, attempt.control!)),
  );
  return {
    ...control,
    async attempt(attempt) {
      // What one attempt leaves behind must not help or hinder the next.
      await page.goto(`${url}?${attempt.name}`);
      await page.evaluate(PLANT_SECRETS);
      return control.attempt(attempt);
    },
  };
}

function attemptsOn(
  page: EnginePage,
  server: CountingServer,
  run: (code: string, attempt: Attempt) => Promise<string>,
): AttemptPage {
  let n = 0;
  const snapshot = () => page.evaluate<Snapshot>('return snapshotPage();');
  return {
    page,
    async attempt(attempt) {
      const mark = `attempt-${++n}-${Date.now()}`;
      const before = await snapshot();
      const returned = await run(withAddresses(attempt.code, server.port, mark), attempt);
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      const after = await snapshot();
      const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
      return { requests: server.requestsFor(mark), returned: String(returned), changed };
    },
    close: () => page.close(),
  };
}

function withAddresses(code: string, port: number, mark: string): string {
  const address = `127.0.0.1:${port}/${mark}`;
  return `const $url = 'http://${address}'; const $socket = 'ws://${address}';\n${code.replaceAll('$SECRET', SECRET)}`;
}

/** As a cell: what the code returns, or what it failed with, is the output. */
function toCell(code: string): string {
  return `const attempt = async () => {\n${code}\n};
    let returned; try { returned = await attempt(); } catch (error) { returned = 'refused: ' + error; }
    await new Promise((resolve) => setTimeout(resolve, 30));
    display(String(returned));`;
}

function toControl(code: string, where: 'page' | 'worker'): string {
  const body = `const attempt = async () => {\n${code}\n};
    let returned; try { returned = await attempt(); } catch (error) { returned = 'refused: ' + error; }`;
  if (where === 'page') return `${body}\nreturn String(returned);`;
  return `
    const script = ${JSON.stringify(`(async () => { ${body}\npostMessage(String(returned)); })()`)};
    const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    return await new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      setTimeout(() => resolve('no answer'), 3000);
    });`;
}

/** Where the build keeps what opens the page's kernel. */
export function findKernelChunk(): string {
  const manifest = JSON.parse(readFileSync(`${BUILD_FOLDER}/.vite/manifest.json`, 'utf8')) as Record<
    string,
    { readonly file: string }
  >;
  const entry = manifest['src/lab/notebook/open-kernel.ts'];
  if (entry === undefined) throw new Error('the build has no chunk that opens the kernel');
  return entry.file;
}
