import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BUILD_FOLDER } from './serve-build.ts';

/** Vite's record of the build: per source its file, and the chunks and styles that come with it. */
type Manifest = Record<
  string,
  { readonly file: string; readonly imports?: string[]; readonly css?: string[]; readonly isEntry?: boolean }
>;

const SHELL_BUDGET_KB = 110;
const LESSON_BUDGET_KB = 150;
const KERNEL_BUDGET_KB = 300;

describe('the first load', () => {
  const manifest = JSON.parse(readFileSync(`${BUILD_FOLDER}/.vite/manifest.json`, 'utf8')) as Manifest;
  const entry = Object.keys(manifest).find((name) => manifest[name]!.isEntry)!;

  it(`of the shell is at most ${SHELL_BUDGET_KB} kB of JS and CSS, gzip`, () => {
    const files = filesOf(manifest, entry);
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
    const toRead = [entry, 'src/ui/lessons/LessonsPage.tsx'].flatMap((name) => filesOf(manifest, name));
    for (const lesson of lessons) {
      const files = [...new Set([...toRead, ...filesOf(manifest, lesson)])];
      console.log(`${lesson.replace('?lesson', '')}: ${kilobytesOf(files).toFixed(1)} kB gzip`);
      expect(kilobytesOf(files), lesson).toBeLessThanOrEqual(LESSON_BUDGET_KB);
    }
  });
});

function kilobytesOf(files: readonly string[]): number {
  const bytes = files.map((file) => gzipSync(readFileSync(`${BUILD_FOLDER}/${file}`), { level: 9 }).length);
  return bytes.reduce((sum, count) => sum + count, 0) / 1000;
}

/** The files that an entry needs before anything of it runs. */
function filesOf(manifest: Manifest, name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const { file, imports = [], css = [] } = manifest[name]!;
  return [...new Set([file, ...css, ...imports.flatMap((imported) => filesOf(manifest, imported, seen))])];
}
