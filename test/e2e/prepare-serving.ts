import { type EnginePage, waitFor } from '../engines/engine.ts';

/** Data, views, a trained model in Production and a filled online store, by the buttons of the serving station. */
export async function prepareServing(page: EnginePage): Promise<void> {
  await page.evaluate(`location.hash = '/serving';`);
  for (let step = 0; step < 4; step++) {
    await waitFor(page, `return document.querySelector('.preparation button:enabled') && true;`, 60_000);
    const isDone = await page.evaluate<string>(`
      const button = document.querySelector('.preparation button');
      button.click();
      return button.textContent;`);
    await waitFor(
      page,
      `const button = document.querySelector('.preparation button');
       return button?.textContent === ${JSON.stringify(isDone)} ? null : true;`,
      120_000,
    );
  }
}
