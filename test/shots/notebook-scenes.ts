import type { Page } from 'playwright';
import { cellAt } from '../e2e/notebook-page.ts';
import type { Scene } from './scene.ts';

/** The list and one notebook in every state: empty, edited, running, stopped, failed, out of date, its dialogs. */
export const notebookScenes: readonly Scene[] = [
  { name: 'empty-notebooks', address: '/notebook', lab: 'empty' },
  { name: 'notebooks', address: '/notebook', lab: 'full' },
  { name: 'notebook-sample', address: '/notebook/sample', lab: 'full', waitFor: '.cell' },
  fresh('notebook-empty', async () => undefined),
  fresh('notebook-editing', async (page) => {
    await write(page, "const customers = await data.snapshot('subscriptions');\ncustomers.head(5)");
  }),
  fresh(
    'notebook-completing',
    async (page) => {
      await write(page, 'const forest = new Random');
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
    },
    true,
  ),
  fresh('notebook-running', async (page) => {
    await write(page, 'const start = Date.now();\nwhile (true) {}');
    await page.keyboard.press('Control+Enter');
    await page.locator('.cell-status[data-status=running]').waitFor();
  }),
  fresh('notebook-stopped', async (page) => {
    await write(page, "console.log('before');\nwhile (true) {}");
    await page.keyboard.press('Control+Enter');
    await page.locator('.cell-status[data-status=running]').waitFor();
    await page.waitForTimeout(1000);
    await press(page, '.notebook-tools .stop');
    await page.locator('.cell-status[data-status=stopped]').waitFor();
  }),
  fresh('notebook-error', async (page) => {
    await write(page, 'const share = leavers / all;\nshare');
    await page.keyboard.press('Control+Enter');
    await page.locator('.cell-status[data-status=error]').waitFor();
  }),
  fresh('notebook-stale', async (page) => {
    await write(page, 'const nTrees = 300;');
    await page.keyboard.press('Shift+Enter');
    await page.locator('.cell-status[data-status=ok]').waitFor();
    await write(page, 'nTrees * 2', 2);
    await page.keyboard.press('Shift+Enter');
    await page.locator('.cell-status[data-status=ok]').nth(1).waitFor();
    await write(page, ' // more', 1);
    await page.keyboard.press('Control+Enter');
    await page.locator('.cell-status[data-status=stale]').waitFor();
    await page.locator('.cell-status[data-status=ok]').waitFor();
  }),
  fresh(
    'notebook-versions',
    async (page) => {
      await write(page, 'const nTrees = 300;');
      await page.keyboard.press('Control+Enter');
      await page.locator('.cell-status[data-status=ok]').waitFor();
      await page.keyboard.press('Escape');
      await cellAt(page, 1).locator('.cell-actions button').last().click();
      await page.getByRole('menuitem').last().click();
      await page.getByRole('dialog').waitFor();
    },
    true,
  ),
  fresh(
    'notebook-cell-menu',
    async (page) => {
      await cellAt(page, 1).hover();
      await cellAt(page, 1).locator('.cell-actions button').last().click();
      await page.getByRole('menuitem').last().waitFor();
    },
    true,
  ),
  {
    ...{ name: 'notebook-keys', address: '/notebook/sample', lab: 'full', waitFor: '.cell', isWindow: true },
    act: async (page) => {
      await page.locator('.cell').first().focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    ...{ name: 'notebook-find', address: '/notebook/sample', lab: 'full', waitFor: '.cell', isWindow: true },
    act: async (page) => {
      await page.locator('.cell').first().focus();
      await page.keyboard.press('/');
      await page.locator('.find-bar input').fill('customers');
    },
  },
  {
    ...{ name: 'notebook-variables', address: '/notebook/sample', lab: 'own', waitFor: '.empty, main h1' },
    act: async (page, appUrl) => {
      await newNotebook(page, appUrl);
      await write(page, 'const nTrees = 300, names = ["a", "b"], table = { a: 1 };\nnTrees');
      await page.keyboard.press('Control+Enter');
      await page.locator('.cell-status[data-status=ok]').waitFor();
    },
  },
];

/** A scene in a new notebook. */
function fresh(name: string, act: (page: Page) => Promise<void>, isWindow = false): Scene {
  return {
    ...{ name, address: '/notebook', lab: 'own', isWindow },
    act: async (page, appUrl) => {
      await newNotebook(page, appUrl);
      await act(page);
    },
  };
}

async function newNotebook(page: Page, appUrl: string): Promise<void> {
  await page.goto(`${appUrl}#/notebook`);
  await page.getByRole('button', { name: /^(New notebook|Nouveau notebook)$/ }).click();
  await page.locator('.cell').waitFor();
}

/** Types into a cell, from 1, at the end of its text. */
async function write(page: Page, code: string, position = 1): Promise<void> {
  await cellAt(page, position).locator('.code-frame').click();
  await page.locator('.monaco-host .view-line').first().waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(code);
}

async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().click();
}
