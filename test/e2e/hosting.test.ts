import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.ts';
import { startKernelOf } from '../wall/page-scripts.ts';
import { DANFOJS_PRINTS, USE_DANFOJS } from '../wall/same-models.ts';
import { findKernelChunk } from '../wall/wall-page.ts';
import { readHeadersFile } from './headers-file.ts';
import { BUILD_FOLDER } from './serve-build.ts';
import { type StaticServer, startStaticServer } from './static-server.ts';

const readBuilt = (file: string): string => readFileSync(`${BUILD_FOLDER}/${file}`, 'utf8');
const metaPolicy = (html: string): string =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)![1]!.replaceAll('&#39;', "'");
const headersFile = readHeadersFile(`${BUILD_FOLDER}/_headers`);

/** One file of each kind that has headers of its own. */
const PATHS = ['/', '/index.html', '/sandbox.html', '/service-worker.js', '/icon.svg'];

describe('the policy', () => {
  it('is the same in the page, in the headers file and from the server of npm start', async () => {
    const inPage = metaPolicy(readBuilt('index.html'));
    const inFrame = metaPolicy(readBuilt('sandbox.html'));
    expect(headersFile('/')['content-security-policy']).toBe(`${inPage}; frame-ancestors 'none'`);
    expect(headersFile('/assets/any.js')).toEqual(headersFile('/'));
    expect(headersFile('/sandbox.html')['content-security-policy']).toBe(
      `${inFrame}; sandbox allow-scripts; frame-ancestors 'self'`,
    );
    for (const path of PATHS) {
      const { headers } = await fetch(new URL(path, inject('appUrl')));
      expect(Object.fromEntries(headers), path).toMatchObject(headersFile(path));
    }
  });

  it.each(['.htaccess', 'hosting/nginx.conf', 'hosting/vercel.json', 'hosting/firebase.json'])(
    'has every header in %s too',
    (file) => {
      const text = readBuilt(file);
      const headers = new Map(PATHS.flatMap((path) => Object.entries(headersFile(path))));
      for (const path of ['/', '/sandbox.html'])
        expect(text).toContain(`"${headersFile(path)['content-security-policy']}"`);
      for (const [name, value] of headers) {
        expect(text.toLowerCase()).toContain(name);
        if (name !== 'content-security-policy') expect(text).toContain(value);
      }
    },
  );

  it('is no file that the app keeps for later: hosts do not serve it', () => {
    expect(readBuilt('service-worker.js')).not.toMatch(/_headers|htaccess|nginx/);
  });
});

describe('on a static host that sends these headers', () => {
  let server: StaticServer;
  beforeAll(async () => {
    server = await startStaticServer(BUILD_FOLDER, headersFile);
  });
  afterAll(() => server.stop());

  it('cells run, with danfojs, and go on doing so without the server; nothing is refused to the lab', async () => {
    const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/policy|refused|blocked/i.test(message.text())) refused.push(message.text());
    });
    const run = (source: string) =>
      page.evaluate<string>(`(async () => (await runCell(${JSON.stringify(source)})).outputs)()`);
    const start = () => page.evaluate(`(async () => { ${startKernelOf(findKernelChunk())} })()`);
    try {
      const answer = await page.goto(server.url);
      expect(answer!.headers()).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
      });
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await start();
      const outputs = await run(USE_DANFOJS);
      for (const printed of DANFOJS_PRINTS) expect(outputs).toContain(printed);
      await server.stop();
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await start();
      expect(await run('display(6 * 7)')).toContain('42');
      const again = await run(USE_DANFOJS);
      for (const printed of DANFOJS_PRINTS) expect(again).toContain(printed);
      expect(refused).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  it('the page of the frame has no origin where it is opened by itself, and the lab is in no frame of others', async () => {
    const host = await startStaticServer(BUILD_FOLDER, headersFile);
    const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
    try {
      const page = await browser.newPage();
      await page.goto(`${host.url}sandbox.html`);
      expect(await page.evaluate(() => self.origin)).toBe('null');
      await page.goto('about:blank');
      await page.setContent(`<iframe src="${host.url}"></iframe>`);
      await page.waitForTimeout(1000);
      const [, frame] = page.frames();
      expect(frame!.url()).toMatch(/^chrome-error:/);
    } finally {
      await browser.close();
      await host.stop();
    }
  });
});
