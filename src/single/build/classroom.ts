import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { build } from 'vite';

/** `npm run build:classroom`: writes the built app for any static server, with a note on how to serve it. */
const FILE = 'classroom.zip';

const NOTE = `Unpack this folder wherever a web server serves files; no other software is needed, and no network besides.
For a room: python3 -m http.server 8000 --directory streamflow-lab, then http://THIS-COMPUTER:8000 on every laptop.
Over https or on localhost the lab stays in each browser after the first visit, and works without the server.
`;

const outDir = mkdtempSync(join(tmpdir(), 'classroom-'));
try {
  await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('.vite'))
    .map(({ parentPath, name }) => join(parentPath, name));
  const entries = files.map(
    (path) => [`streamflow-lab/${relative(outDir, path)}`, readFileSync(path)] as const,
  );
  const zipped = zipSync(
    { 'READ-ME.txt': new TextEncoder().encode(NOTE), ...Object.fromEntries(entries) } as Zippable,
    {
      level: 9,
    },
  );
  writeFileSync(FILE, zipped);
  console.log(`${FILE}: ${(zipped.length / 1_000_000).toFixed(2)} MB, ${files.length} files`);
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
