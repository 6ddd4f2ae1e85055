import { expect, inject, it } from 'vitest';
import { waitFor } from '../engines/engine.ts';
import { firefoxEngine } from '../engines/firefox.ts';

const PATIENCE_MS = 60_000;

/** Another tab of the address could do the same; the lab's own connection hears of it as it would then. */
const DELETE = `
  await new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('streamflow-lab');
    deleting.onsuccess = resolve;
    deleting.onerror = reject;
  });`;
const UPGRADE = `
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open('streamflow-lab', 99);
    opening.onsuccess = () => resolve(opening.result.close());
    opening.onerror = reject;
  });`;

it('Firefox tells on the page what happens to the lab’s data, and keeps a way to the work', async ({
  skip,
}) => {
  const missing = firefoxEngine.missing();
  if (missing !== null) skip(missing);
  const page = await firefoxEngine.open(`${inject('appUrl')}#/storage`);
  const heading = (text: string): Promise<string> =>
    waitFor<string>(
      page,
      `const text = document.querySelector('main h1')?.textContent ?? '';
       return text.includes(${JSON.stringify(text)}) ? text : null;`,
      PATIENCE_MS,
    );
  const buttons = (): Promise<string> =>
    page.evaluate(
      `return [...document.querySelectorAll('main button')].map((button) => button.textContent).join(', ');`,
    );
  const isOpen = `return (await indexedDB.databases()).some(({ name }) => name === 'streamflow-lab') || null;`;
  try {
    await heading('Storage');
    await waitFor(page, isOpen, PATIENCE_MS);
    await page.evaluate(DELETE);
    await heading('The lab’s data were deleted');
    expect(await buttons()).toBe('Load the page again, Save a backup, Choose a backup file');
    await page.reload();
    await heading('Storage');
    await waitFor(page, isOpen, PATIENCE_MS);
    await page.evaluate(UPGRADE);
    await heading('A newer version of the lab is open in another tab');
    await page.reload();
    await heading('Your work was stored by a newer version of the lab');
    expect(await buttons()).toBe('Load the page again, Work without storage, Save a backup');
  } finally {
    await page.close();
  }
});
