import { describe, expect, inject, it } from 'vitest';
import { scriptToStore } from '../e2e/store-notebook.ts';
import { chromiumEngine } from '../engines/chromium.ts';
import { type EnginePage, waitFor } from '../engines/engine.ts';
import { firefoxEngine } from '../engines/firefox.ts';
import { webkitEngine } from '../engines/webkit.ts';
import { startCountingServer } from './counting-server.ts';
import { hostileNotebook, hostileTexts } from './hostile-notebook.ts';

/** Elements that the app never makes of what a notebook says. */
const FOREIGN = 'script, iframe, object, embed, form, video, audio, meta, base, link, foreignObject, image';

describe.each([chromiumEngine, firefoxEngine, webkitEngine])('in $name', (engine) => {
  const missing = engine.missing();
  if (missing !== null) {
    console.log(`hostile notebooks were not shown in ${engine.name}: ${missing}`);
    it.skip(`hostile notebooks are shown as text (${missing})`);
    return;
  }

  it('HTML, SVG, CSS and Markdown in outputs, names, errors and texts are shown, and neither run nor fetched', async () => {
    const server = await startCountingServer();
    const url = `http://127.0.0.1:${server.port}`;
    const page = await engine.open(`${inject('appUrl')}#/notebook`);
    try {
      await waitFor(page, `return document.querySelector('.empty') === null ? null : true;`, 60_000);
      await page.evaluate(scriptToStore(hostileNotebook(url)));
      await page.evaluate(`location.hash = '#/notebook/hostile';`);
      await waitFor(page, `return document.querySelectorAll('.cell').length < 20 ? null : true;`, 60_000);
      await showAll(page);
      const shown = await page.evaluate<string>(`return document.querySelector('main').textContent;`);
      for (const text of hostileTexts(url).slice(0, 9)) expect(shown).toContain(text);
      expect(await page.evaluate(`return window.hurt ?? null;`)).toBeNull();
      expect(
        await page.evaluate(`return [...document.querySelectorAll('main')].flatMap((main) =>
          [...main.querySelectorAll(${JSON.stringify(FOREIGN)})].map((element) => element.outerHTML));`),
      ).toEqual([]);
      expect(
        await page.evaluate(`return [...document.querySelectorAll('main a, main img')]
          .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
          .filter((address) => /^\\s*(javascript|vbscript):|^data:(?!image)/i.test(address));`),
      ).toEqual([]);
      // Charts bring the style sheet of their library, and no other.
      expect(
        await page.evaluate(`return [...document.querySelectorAll('main style')]
          .map(({ textContent }) => textContent)
          .filter((sheet) => !sheet.startsWith(':where(.plot-') || /@import|url\\(/.test(sheet));`),
      ).toEqual([]);
      expect(server.requestsFor('/')).toEqual([]);
    } finally {
      await page.close();
      await server.close();
    }
  });
});

/** Brings every cell into sight once: some outputs are drawn when they are. */
async function showAll(page: EnginePage): Promise<void> {
  await page.evaluate(`
    for (const cell of document.querySelectorAll('.cell')) {
      cell.scrollIntoView();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }`);
}
