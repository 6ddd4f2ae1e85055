import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSingle } from '../../src/single/build/build-single.ts';
import { chromiumEngine } from '../engines/chromium.ts';
import { waitFor } from '../engines/engine.ts';
import { firefoxEngine } from '../engines/firefox.ts';
import { gotThrough } from '../wall/attempt.ts';
import { NETWORK_ATTEMPTS } from '../wall/attempts/network.ts';
import { REACH_ATTEMPTS } from '../wall/attempts/reach.ts';
import { STORAGE_ATTEMPTS } from '../wall/attempts/storage.ts';
import { TAMPERING_ATTEMPTS } from '../wall/attempts/tampering.ts';
import { startCountingServer } from '../wall/counting-server.ts';
import { openFileWall } from '../wall/wall-page.ts';
import { courseLesson, takeStep } from './lesson-student.ts';
import { openPage } from './open-page.ts';
import { prepareServing } from './prepare-serving.ts';
import { figuresInNode, figuresOf } from './route-figures.ts';
import { BUILD_FOLDER } from './serve-build.ts';

const FILE = resolve(`${BUILD_FOLDER}-single.html`);
const MOST_BYTES = 8_000_000;
const ATTEMPTS = [...NETWORK_ATTEMPTS, ...STORAGE_ATTEMPTS, ...REACH_ATTEMPTS, ...TAMPERING_ATTEMPTS];

/** Runs a cell in the kernel that the file's notebooks use. */
const RUN_CELL = `
  const name = Object.keys(labFiles).find((file) => file.startsWith('open-kernel'));
  const { openKernel } = await import('lab/' + name);
  const client = await openKernel({ onState: () => undefined, onTopics: () => undefined });
  const outputs = [];
  await client.run(
    { cellId: 'cell', source: "display((await data.tables()).length); display((await data.entityDf({ asOf: '2024-01-31' })).toDf().shape)" },
    { onOutput: (output) => outputs.push(output), onProgress: () => undefined },
  );
  return JSON.stringify(outputs);`;

describe('the lab as one file, opened from a disk', () => {
  beforeAll(async () => {
    // As `npm run build:single` builds it: the test runner's own setting would give React's development build.
    process.env.NODE_ENV = 'production';
    const bytes = await buildSingle(FILE);
    console.log(`single file: ${(bytes / 1_000_000).toFixed(2)} MB`);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it.for([chromiumEngine, firefoxEngine])(
    'walks the whole route, trains 300 trees in workers, predicts, and runs cells, in $name',
    async (engine, { skip }) => {
      const missing = engine.missing();
      if (missing !== null) skip(missing);
      const page = await engine.open(`${pathToFileURL(FILE).href}#/route`);
      try {
        const openMs = await waitFor<number>(
          page,
          `return document.querySelector('.route button') && performance.now();`,
          60_000,
        );
        console.log(`${engine.name}: the file is open after ${openMs.toFixed(0)} ms`);
        expect(await figuresOf(page)).toEqual(await figuresInNode());
        await prepareServing(page);
        const outputs = await page.evaluate<string>(RUN_CELL);
        expect(outputs).toContain('"preview":"6"');
        expect(outputs).not.toContain('"kind":"error"');
        // What was done is still there after the file is opened again.
        await page.reload();
        await waitFor(
          page,
          `return /[0-9a-f]{8}/.test(document.querySelector('.top-bar')?.textContent ?? '') || null;`,
          60_000,
        );
      } finally {
        await page.close();
      }
    },
  );

  it.for([chromiumEngine, firefoxEngine])(
    'holds the wall: what a cell tries gets through neither to a network nor to the page, in $name',
    { timeout: 900_000 },
    async (engine, { skip }) => {
      const missing = engine.missing();
      if (missing !== null) skip(missing);
      const server = await startCountingServer();
      const wall = await openFileWall(engine, pathToFileURL(FILE).href, server);
      try {
        const through: string[] = [];
        for (const attempt of ATTEMPTS) {
          const effects = await wall.attempt(attempt);
          if (gotThrough(effects)) through.push(`${attempt.name}: ${JSON.stringify(effects)}`);
        }
        console.log(`${engine.name}: ${ATTEMPTS.length} attempts from one file`);
        expect(through).toEqual([]);
        const given = { name: 'return it', code: `return '$SECRET';`, control: null };
        expect(gotThrough(await wall.attempt(given))).toBe(true);
      } finally {
        await wall.close();
        await server.close();
      }
    },
  );

  it('teaches the first lesson, with its editor, in Chromium', async () => {
    const lesson = courseLesson('en/01-orientation.md');
    const lab = await openPage(pathToFileURL(FILE).href, { address: `/lessons/${lesson.slug}` });
    try {
      const { page } = lab;
      for (const [i, step] of lesson.steps.entries()) {
        await page.getByRole('heading', { level: 2, name: step.title, exact: true }).waitFor();
        await takeStep(page, step);
        await page.locator('.step-end[data-done="true"]').waitFor();
        if (i < lesson.steps.length - 1) await page.locator('.step-end .primary').click();
      }
      expect(lab.complaints).toEqual([]);
    } finally {
      await lab.close();
    }
  });
});
