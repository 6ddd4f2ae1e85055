import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { FAILURE_ID, PAYLOAD_ID, type PackedFiles } from '../single-file.ts';
import { bytesToPage, PAGE_ENCODING } from '../text-bytes.ts';
import { packBuild } from './pack-build.ts';

/**
 * What the file may load: what it holds, and nothing else. The kernel's frame takes this policy over, so that it must allow
 * what a cell needs; the frame's own then takes away the rest.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  'worker-src blob:',
  'frame-src blob:',
  'connect-src blob: data:',
  "style-src 'unsafe-inline' blob:",
  'img-src data: blob:',
  'font-src blob: data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Builds the lab as one page that a double click opens; gives its size in bytes. */
export async function buildSingle(file: string): Promise<number> {
  const outDir = mkdtempSync(join(tmpdir(), 'single-'));
  try {
    await build({
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true, modulePreload: false, cssCodeSplit: false },
      // Chromium starts no module workers from a file; a classic one is a single script.
      worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
    });
    const html = readFileSync(join(outDir, 'index.html'), 'utf8');
    // Vite leaves out a chunk that only imports others, and names those in the page.
    const entries = [...html.matchAll(/<script type="module"[^>]* src="([^"]+)"/g)].map(([, src]) =>
      basename(src!),
    );
    const { bytes, ...packed } = packBuild(outDir, entries);
    const page = pageOf(await buildLoader(packed), bytesToPage(gzipSync(bytes, { level: 9 })));
    writeFileSync(file, page);
    return page.length;
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function buildLoader(packed: PackedFiles): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { PACKED_FILES: JSON.stringify(packed) },
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: fileURLToPath(new URL('../loader.ts', import.meta.url)),
        formats: ['iife'],
        name: 'loader',
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (result === undefined || !('output' in result)) throw new Error('the loader was not built');
  return result.output[0].code;
}

/** The page is read byte by byte: what is not in the payload must be ASCII. */
function pageOf(loader: string, payload: Uint8Array): Buffer {
  const [before, after] = `<!doctype html>
<html lang="en">
<meta charset="${PAGE_ENCODING}">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>StreamFlow Lab</title>
<link rel="icon" href="data:,">
<body>
<div id="root"></div>
<p id="${FAILURE_ID}" hidden>The lab could not be opened here; try a newer browser, or open the file from a disk.
<span lang="fr">Le lab n&rsquo;a pas pu &ecirc;tre ouvert ici ; essayez un navigateur plus r&eacute;cent, ou ouvrez le fichier
depuis un disque.</span></p>
<script type="application/octet-stream" id="${PAYLOAD_ID}">PAYLOAD</script>
<script>${asciiOnly(loader).replaceAll('</', '<\\/')}</script>
</body>
</html>
`.split('PAYLOAD');
  return Buffer.concat([Buffer.from(before!), payload, Buffer.from(after!)]);
}

function asciiOnly(code: string): string {
  return code.replace(/[^\x20-\x7e\n]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
