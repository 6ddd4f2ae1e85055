import { readFileSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { readCourse } from '../../src/headless/read-course.ts';
import { chromiumEngine } from '../engines/chromium.ts';
import { waitFor } from '../engines/engine.ts';
import { figuresOfLesson, type MeasuredHost } from '../engines/lesson-figures.ts';
import { createNodeLabs } from '../engines/node-labs.ts';
import { createPageLabs } from '../engines/page-labs.ts';

// One lesson in one engine; all of both are the affair of `npm run test:engines`.
it('the first lesson comes to the same in Chromium, behind the wall, as in Node', async () => {
  const file = readCourse('lessons').lessons[0]!.versions.en!;
  const preparationOf = (name: string): string => readFileSync(`lessons/prepare/${name}.js`, 'utf8');
  const workThrough = (host: MeasuredHost) => figuresOfLesson(file, { host, preparationOf });
  const page = await chromiumEngine.open(`${inject('appUrl')}lessons/index.html`);
  await waitFor(page, "return 'lessons' in globalThis ? true : null;", 60_000);
  const inChromium = await workThrough(createPageLabs(page));
  await page.close();
  const inNode = await workThrough(createNodeLabs());
  expect(inNode.problems).toEqual([]);
  expect(Object.keys(inNode.figures).length).toBeGreaterThan(100);
  expect(inChromium).toEqual(inNode);
});
