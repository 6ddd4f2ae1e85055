import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BUILD_FOLDER } from './serve-build.ts';

/** Vite's record of the build: per source its file, and the chunks and styles that come with it. */
type Manifest = Record<
  string,
  { readonly file: string; readonly imports?: string[]; readonly css?: string[]; readonly isEntry?: boolean }
>;

const SHELL_BUDGET_KB = 150;

describe('the first load', () => {
  it(`of the shell is at most ${SHELL_BUDGET_KB} kB of JS and CSS, gzip`, () => {
    const manifest = JSON.parse(readFileSync(`${BUILD_FOLDER}/.vite/manifest.json`, 'utf8')) as Manifest;
    const entry = Object.keys(manifest).find((name) => manifest[name]!.isEntry)!;
    const files = filesOf(manifest, entry);
    const kB =
      files.reduce(
        (sum, file) => sum + gzipSync(readFileSync(`${BUILD_FOLDER}/${file}`), { level: 9 }).length,
        0,
      ) / 1000;
    console.log(`shell: ${kB.toFixed(1)} kB gzip in ${files.length} files`);
    expect(kB).toBeLessThanOrEqual(SHELL_BUDGET_KB);
  });
});

/** The files that an entry needs before anything of it runs. */
function filesOf(manifest: Manifest, name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const { file, imports = [], css = [] } = manifest[name]!;
  return [...new Set([file, ...css, ...imports.flatMap((imported) => filesOf(manifest, imported, seen))])];
}
