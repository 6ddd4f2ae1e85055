import { openHeadlessLab } from '../../src/headless/open-lab.ts';
import { courseRoute } from '../../src/lab/route/course-route.ts';
import { type Engine, type EnginePage, waitFor } from '../engines/engine.ts';

/** Every figure of the route by step: name → value as shown. */
export type RouteFigures = Record<string, Record<string, string>>;

/** The route's figures in Node, over the in-memory stores. */
export async function figuresInNode(): Promise<RouteFigures> {
  const { api } = await openHeadlessLab();
  const state = { lab: api };
  const figures: RouteFigures = {};
  for (const step of courseRoute) {
    const shown = await step.run(state, () => undefined);
    figures[step.id] = Object.fromEntries(shown.map(({ name, value }) => [name, value]));
  }
  return figures;
}

/** The route's figures as the page shows them in a real browser, after a click on its button. */
export async function figuresIn(engine: Engine, appUrl: string): Promise<RouteFigures> {
  const page = await engine.open(`${appUrl}#/route`);
  try {
    return await figuresOf(page);
  } finally {
    await page.close();
  }
}

/** The same in a page that shows the route already. */
export async function figuresOf(page: EnginePage): Promise<RouteFigures> {
  await waitFor(page, `return document.querySelector('.route button') && true;`, 30_000);
  await page.evaluate(`document.querySelector('.route button').click();`);
  const status = await waitFor<string>(
    page,
    `const status = document.querySelector('.route').dataset.status; return /done|failed/.test(status) ? status : null;`,
    180_000,
  );
  if (status === 'failed') {
    throw new Error(await page.evaluate<string>(`return document.querySelector('.failure').innerText;`));
  }
  return await page.evaluate<RouteFigures>(`
    const figures = {};
    for (const step of document.querySelectorAll('[data-step]')) {
      const rows = [...step.querySelectorAll('dl > div')];
      figures[step.dataset.step] = Object.fromEntries(rows.map((row) =>
        [row.querySelector('dt').textContent, row.querySelector('dd').textContent]));
    }
    return figures;`);
}
