import type { Locator, Page } from 'playwright';
import { inject } from 'vitest';
import type { Notebook } from '../../src/notebook/document/notebook.ts';
import { type LabPage, type LabPageOptions, openPage } from './open-page.ts';
import { storeNotebook } from './store-notebook.ts';

/** Opens the app with an empty notebook in it. */
export async function openNewNotebook(options: LabPageOptions = {}): Promise<LabPage> {
  const lab = await openPage(inject('appUrl'), { ...options, address: '/notebook' });
  await lab.page.getByRole('button', { name: /^(New notebook|Nouveau notebook)$/ }).click();
  await lab.page.locator('.cell').waitFor();
  return lab;
}

/** Opens the app with the given notebook stored in it. */
export async function openStoredNotebook(notebook: Notebook, options: LabPageOptions = {}): Promise<LabPage> {
  const lab = await openPage(inject('appUrl'), { ...options, address: '/notebook' });
  await lab.page.locator('.empty').waitFor();
  await storeNotebook(lab.page, notebook);
  await lab.page.goto(`${inject('appUrl')}#/notebook/${notebook.id}`);
  await lab.page.locator('.cell').first().waitFor();
  return lab;
}

/** The cell at a position, from 1. */
export function cellAt(page: Page, position: number): Locator {
  return page.locator('.cell').nth(position - 1);
}

/** Puts the caret into a cell's text and waits for the full editor. */
export async function editCell(page: Page, position: number): Promise<void> {
  await cellAt(page, position).locator('.code-frame').click();
  await page.locator('.monaco-host .view-line').first().waitFor();
}

/** Types code as a person who ignores what the editor offers: each line at its start, brackets as they are typed. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.keyboard.insertText(code);
}

/** The text of a cell as it stands in the page. */
export async function textOf(cell: Locator): Promise<string> {
  return (await cell.locator('.code-frame .code-line').allTextContents()).join('\n');
}

/** What of the full editor has been asked for. */
export function watchEditorRequests(page: Page): readonly string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (/monaco|editor\.|ts\.worker|lab-types|tsMode/.test(request.url())) requests.push(request.url());
  });
  return requests;
}
