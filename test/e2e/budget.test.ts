import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { courseLesson } from './lesson-student.ts';
import { openPage } from './open-page.ts';
import { countRequestedBytes, kilobytes } from './requested-bytes.ts';
import { BUILD_FOLDER } from './serve-build.ts';

/** Vite's record of the build: per source its file, and the chunks and styles that come with it. */
type Manifest = Record<
  string,
  {
    readonly file: string;
    readonly name?: string;
    readonly imports?: string[];
    readonly css?: string[];
    readonly isEntry?: boolean;
  }
>;

const SHELL_BUDGET_KB = 110;
const LESSON_BUDGET_KB = 150;
const KERNEL_BUDGET_KB = 300;
const FIRST_CELL_BUDGET_KB = 600;

describe('the first load', () => {
  const manifest = JSON.parse(readFileSync(`${BUILD_FOLDER}/.vite/manifest.json`, 'utf8')) as Manifest;
  const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry)!;
  // Named in vite.config.ts, with what they wait for.
  const [app, lessonPage] = ['app', 'lesson'].map(
    (chunk) => Object.keys(manifest).find((key) => manifest[key]!.name === chunk)!,
  );

  it(`of the shell is at most ${SHELL_BUDGET_KB} kB of JS and CSS, gzip`, () => {
    const files = [...new Set([entry, app!].flatMap((key) => filesOf(manifest, key)))];
    console.log(`shell: ${kilobytesOf(files).toFixed(1)} kB gzip in ${files.length} files`);
    expect(kilobytesOf(files)).toBeLessThanOrEqual(SHELL_BUDGET_KB);
  });

  it(`of the notebook's kernel, without danfojs and tfjs, is at most ${KERNEL_BUDGET_KB} kB, gzip`, () => {
    const sizes = Object.keys(manifest)
      .filter((name) => name.endsWith('?script'))
      .map((name) => [name, kilobytesOf(filesOf(manifest, name))] as const);
    for (const [name, kB] of sizes) console.log(`${name.replace('?script', '')}: ${kB.toFixed(1)} kB gzip`);
    const [, kernel] = sizes.find(([name]) => name.includes('kernel.worker'))!;
    expect(kernel).toBeLessThanOrEqual(KERNEL_BUDGET_KB);
  });

  it(`of every lesson, until it can be read, is at most ${LESSON_BUDGET_KB} kB, gzip`, () => {
    const lessons = Object.keys(manifest).filter((name) => name.endsWith('.md?lesson'));
    expect(lessons.length).toBeGreaterThan(0);
    const toRead = [entry, lessonPage!].flatMap((key) => filesOf(manifest, key));
    for (const lesson of lessons) {
      const files = [...new Set([...toRead, ...filesOf(manifest, lesson)])];
      console.log(`${lesson.replace('?lesson', '')}: ${kilobytesOf(files).toFixed(1)} kB gzip`);
      expect(kilobytesOf(files), lesson).toBeLessThanOrEqual(LESSON_BUDGET_KB);
    }
  });
});

describe('what a browser asks for', () => {
  it(`is at most ${LESSON_BUDGET_KB} kB until a lesson can be read, and ${FIRST_CELL_BUDGET_KB} kB until its first cell has run`, async () => {
    const lesson = courseLesson('en/01-orientation.md');
    const lab = await openPage('about:blank');
    try {
      const { page } = lab;
      const requested = countRequestedBytes(page);
      await page.addInitScript(NOTE_WHEN_SHOWN);
      await page.goto(`${inject('appUrl')}#/lessons/${lesson.slug}`);
      await page.getByRole('heading', { level: 1, name: lesson.title }).waitFor();
      const before = new Set(await page.evaluate<string[]>(ASKED_FOR_BEFORE));
      const first = lesson.steps[0]!.blocks.find((block) => block.kind === 'example')!;
      const example = page.locator('.task').filter({ has: page.locator(`[data-cell-id="${first.id}"]`) });
      await example.getByRole('button', { name: 'Run' }).click();
      await example.locator('.lesson-cell[data-status="ok"]').waitFor();
      const toRun = await requested.files();
      const toRead = new Map([...toRun].filter(([name]) => name === '/' || before.has(name)));
      expect(before.size).toBeGreaterThan(5);
      const figures = {
        'to read a lesson': [kilobytes(toRead, isProgram), kilobytes(toRead)],
        'to run its first cell': [kilobytes(toRun, isProgram), kilobytes(toRun)],
      };
      for (const [what, [kB, all]] of Object.entries(figures)) {
        console.log(`${what}: ${kB!.toFixed(1)} kB gzip, with fonts and data ${all!.toFixed(1)} kB`);
      }
      expect(kilobytes(toRead, isProgram)).toBeLessThanOrEqual(LESSON_BUDGET_KB);
      expect(kilobytes(toRun, isProgram)).toBeLessThanOrEqual(FIRST_CELL_BUDGET_KB);
      for (const name of toRun.keys()) expect(name).not.toMatch(/monaco|editor\.api|ts\.worker/);
    } finally {
      await lab.close();
    }
  });
});

/** What is asked for after the text is there is not needed to read it, however soon it comes. */
const NOTE_WHEN_SHOWN = `new MutationObserver(() => {
  if (document.querySelector('.lesson h1')) globalThis.shownMs ??= performance.now();
}).observe(document, { childList: true, subtree: true });`;
const ASKED_FOR_BEFORE = `performance.getEntriesByType('resource')
  .filter(({ startTime }) => startTime <= globalThis.shownMs).map(({ name }) => new URL(name).pathname)`;

/** Fonts are there in the meantime, and the data of a lab is no part of the program. */
function isProgram(name: string): boolean {
  return !/\.(woff2|parquet|png|svg|webmanifest)$/.test(name);
}

function kilobytesOf(files: readonly string[]): number {
  const bytes = files.map((file) => gzipSync(readFileSync(`${BUILD_FOLDER}/${file}`), { level: 9 }).length);
  return bytes.reduce((sum, count) => sum + count, 0) / 1000;
}

/** The files that an entry needs before anything of it runs. */
function filesOf(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  if (seen.has(key)) return [];
  seen.add(key);
  const { file, imports = [], css = [] } = manifest[key]!;
  return [...new Set([file, ...css, ...imports.flatMap((imported) => filesOf(manifest, imported, seen))])];
}
