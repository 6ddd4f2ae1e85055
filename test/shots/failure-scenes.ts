import type { Page } from 'playwright';
import type { Scene } from './scene.ts';

const LAB = 'streamflow-lab';
const SCREEN = '.storage-screen';

/** What stands in place of the pages while the lab cannot reach its data, and a lab that keeps nothing. */
export const failureScenes: readonly Scene[] = [
  before(
    'failure-newer',
    `indexedDB.open('${LAB}', 99).onsuccess = (event) => { event.target.result.close(); done(); };`,
  ),
  before(
    'failure-unreadable',
    `indexedDB.open('${LAB}', 1).onsuccess = (event) => { event.target.result.close(); done(); };`,
  ),
  before(
    'failure-waiting',
    `indexedDB.open('${LAB}', 1).onsuccess = () => { indexedDB.deleteDatabase('${LAB}').onblocked = () => done(); };`,
  ),
  during('failure-deleted', `indexedDB.deleteDatabase('${LAB}').onsuccess = () => done();`),
  during('failure-upgraded', `indexedDB.open('${LAB}', 99).onsuccess = () => done();`),
  {
    ...{ name: 'failure-forbidden', address: '/', lab: 'own', waitFor: SCREEN },
    initScript: FORBID(),
  },
  {
    ...{ name: 'memory', address: '/data', lab: 'own', waitFor: SCREEN, isWindow: true },
    initScript: FORBID(),
    act: async (page) => {
      await page.locator(`${SCREEN} .plain`).first().click();
      await page.locator('.version-notice').waitFor();
    },
  },
];

/** Another page of the same origin does something to the database before the app opens it. */
function before(name: string, script: string): Scene {
  return {
    ...{ name, address: '/storage-of-another', lab: 'own' },
    act: async (page, appUrl) => {
      const other = await openOther(page, appUrl);
      await page.goto('about:blank');
      await other.evaluate(
        `new Promise((done) => indexedDB.deleteDatabase('${LAB}').onsuccess = () => { ${script} })`,
      );
      await page.goto(appUrl);
      await page.locator(SCREEN).waitFor();
    },
  };
}

/** The same while the app has it open. */
function during(name: string, script: string): Scene {
  return {
    ...{ name, address: '/data', lab: 'own', waitFor: '.bar-link' },
    act: async (page, appUrl) => {
      await page.waitForTimeout(1000);
      await (await openOther(page, appUrl)).evaluate(`new Promise((done) => { ${script} })`);
      await page.locator(SCREEN).waitFor();
    },
  };
}

async function openOther(page: Page, appUrl: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(`${appUrl}icon.svg`);
  return other;
}

/** As a browser that keeps nothing. */
function FORBID(): string {
  return `IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };`;
}
