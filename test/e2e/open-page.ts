import { readFile } from 'node:fs/promises';
import { type BrowserContextOptions, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.ts';

/** A page of the app with an empty lab of its own. */
export interface LabPage {
  readonly page: Page;
  /** Everything the page complained of so far: console errors and warnings, uncaught errors, failed requests. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** How the page is opened: where, in which language and theme, how large. */
export interface LabPageOptions {
  /** Within the hash, e.g. '/features'. */
  readonly address?: string;
  readonly language?: 'en' | 'fr';
  readonly theme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** A touch screen instead of a mouse. */
  readonly isTouch?: boolean;
}

/** Opens the built app in a Chromium of its own, so that nothing is stored yet. */
export async function openPage(appUrl: string, options: LabPageOptions = {}): Promise<LabPage> {
  const {
    address = '/',
    language = 'en',
    theme = 'light',
    viewport = { width: 1440, height: 900 },
    isTouch = false,
  } = options;
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  const settings: BrowserContextOptions = {
    viewport,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
    ...(isTouch && { hasTouch: true, isMobile: true }),
  };
  const page = await (await browser.newContext(settings)).newPage();
  // The service worker would fetch the whole app beside every test; offline.test.ts has it.
  await page.addInitScript('delete Navigator.prototype.serviceWorker');
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A page that is left gives up what it was still fetching, which is no failure.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      complaints.push(`failed request: ${request.url()}`);
  });
  await page.goto(`${appUrl}#${address}`);
  return { page, complaints, close: () => browser.close() };
}

/** What axe finds wrong with the page as it stands, one line per rule with the first element. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // The page's policy forbids inline scripts, so axe is evaluated instead of being added.
  await page.evaluate(await readFile('node_modules/axe-core/axe.min.js', 'utf8'));
  const { violations } = await page.evaluate<{
    violations: { id: string; help: string; nodes: { html: string }[] }[];
  }>('axe.run()');
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}×) ${nodes[0]?.html}`);
}
