import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rooms of core in the order of the route; a room may import those before it, and core's root files. */
const ROUTE = [
  'table',
  'numeric',
  'snapshots',
  'features',
  'training',
  'evaluation',
  'tracking',
  'registry',
  'serving',
  'monitoring',
  'engine',
];

/** What each room outside core may import, besides itself. */
const ROOMS: Record<string, readonly string[]> = {
  storage: ['core'],
  notebook: ['core'],
  workers: ['core', 'notebook'],
  sandbox: ['core', 'notebook'],
  headless: ['core', 'storage', 'notebook'],
  hosting: [],
  pwa: ['hosting'],
  single: ['hosting'],
  lab: ['core', 'storage', 'notebook', 'sandbox', 'workers', 'pwa'],
  ui: ['core', 'notebook', 'lab'],
};

/** Third parties, each with the only places that may import it. */
const THIRD_PARTIES: Record<string, readonly string[]> = {
  '@noble/hashes': ['src/core/digest.ts'],
  '@tensorflow/': [
    'src/sandbox/kernel-parts.ts',
    'src/sandbox/parts/',
    'src/core/training/tfjs/',
    'src/workers/tfjs-runtime.ts',
    'src/headless/tfjs-runtime.ts',
  ],
  hyparquet: ['src/core/table/parquet/'],
  fflate: [
    'src/core/table/parquet/',
    'src/lab/data/read-zip.ts',
    'src/notebook/link/',
    'src/notebook/packing/',
    'src/notebook/report/',
    'src/single/build/',
  ],
  fzstd: ['src/core/table/parquet/'],
  idb: ['src/storage/'],
  'node_modules/danfojs': ['src/sandbox/parts/danfojs.ts'],
  danfojs: ['src/notebook/danfo.ts', 'src/headless/danfo.ts', 'src/sandbox/'],
  acorn: ['src/notebook/cell/', 'src/notebook/lesson/plain-code.ts'],
  'eslint-scope': ['src/notebook/cell/'],
  estree: ['src/notebook/cell/'],
  'magic-string': ['src/notebook/cell/'],
  sucrase: ['src/notebook/cell/'],
  'markdown-it': ['src/notebook/markdown/', 'src/notebook/lesson/'],
  yaml: ['src/notebook/lesson/'],
  '@jridgewell/sourcemap-codec': ['src/notebook/cell/'],
  // Whatever comes from outside is checked by one library: messages of the kernel, files, links.
  valibot: ['src/notebook/', 'src/sandbox/', 'src/lab/', 'src/storage/backup/'],
  '@lezer/': ['src/ui/notebook/'],
  diff: ['src/lab/course/'],
  uqr: ['src/ui/lessons/link/'],
  zustand: ['src/lab/', 'src/ui/'],
  react: ['src/ui/'],
  wouter: ['src/ui/'],
  '@tanstack/': ['src/ui/'],
  '@observablehq/plot': ['src/ui/parts/', 'src/ui/hand-in/chart-svg.ts'],
  '@fontsource': ['src/ui/'],
  'monaco-editor': ['src/ui/'],
  'node:': ['src/headless/', 'src/pwa/build/', 'src/sandbox/build/', 'src/single/build/', 'src/ui/build/'],
  vite: ['src/hosting/', 'src/pwa/build/', 'src/sandbox/build/', 'src/single/build/', 'src/ui/build/'],
  'virtual:lab-types': ['src/ui/notebook/editor/monaco/'],
  'datasets/': ['src/lab/streamflow-files.ts'],
  'package.json': [
    'src/lab/browser-route.ts',
    'src/lab/course/',
    'src/lab/notebook/open-kernel.ts',
    'src/lab/review/',
    'src/lab/storage/save-backup.ts',
    'src/lab/workspace/load-workspace.ts',
  ],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => posix.join('src', path.replaceAll('\\', '/')))
  .filter((path) => /\.tsx?$/.test(path));
const imports = sources.flatMap(importsOf);

describe('the rooms of the house', () => {
  it('reads every import of every source file', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(sources.length);
  });

  it('are those that the tables above name, in core too', () => {
    const folders = sources.map((path) => posix.dirname(path).split('/').slice(1));
    const rooms = new Set(folders.flatMap(([room]) => room ?? []));
    const roomsOfCore = new Set(folders.flatMap(([room, inCore]) => (room === 'core' && inCore) || []));
    expect([...rooms].filter((room) => room !== 'core' && !(room in ROOMS))).toEqual([]);
    expect([...roomsOfCore].filter((room) => !ROUTE.includes(room))).toEqual([]);
  });

  it('have imports that point one way', () => {
    expect(imports.filter(({ to }) => to.startsWith('src/')).filter((found) => !isAllowed(found))).toEqual(
      [],
    );
  });

  it('keep every third party in the room that owns it', () => {
    const strays = imports.filter(({ from, to }) => {
      if (to.startsWith('src/')) return false;
      const owner = Object.keys(THIRD_PARTIES).find((name) => to.startsWith(name));
      return owner === undefined || !THIRD_PARTIES[owner]!.some((place) => from.startsWith(place));
    });
    expect(strays).toEqual([]);
  });

  it('have no two files that import each other, directly or around', () => {
    expect(cyclesAmong(imports.filter(({ to }) => to.startsWith('src/')))).toEqual([]);
  });
});

describe('core', () => {
  const core = sources.filter((path) => path.startsWith('src/core/'));

  it('never reads the wall clock or an unseeded random source', () => {
    expect(
      core.filter((path) => /Date\.now\(|new Date\(\)|Math\.random|performance\.now/.test(code(path))),
    ).toEqual([]);
  });

  it('leaves functions whose last bit differs between engines to drift, which is never digested', () => {
    const inexact =
      /Math\.(exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|a?sinh|a?cosh|a?tanh|asin|acos|atan2?|cbrt|hypot)\b/;
    const users = core.filter((path) => inexact.test(code(path)));
    expect(users.filter((path) => !path.startsWith('src/core/monitoring/'))).toEqual([]);
  });
});

/** What a file imports, statically, on demand, or as a worker by its URL. */
function importsOf(path: string): Import[] {
  const text = code(path);
  const imported = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([\w@./:?-]+)'/g);
  const workers = text.matchAll(/\bnew URL\('(\.[\w./-]+\.ts)'/g);
  return [...imported, ...workers].map(([, specifier]) => ({ from: path, to: resolve(path, specifier!) }));
}

function resolve(path: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
}

function code(path: string): string {
  return readFileSync(join(process.cwd(), path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function isAllowed({ from, to }: Import): boolean {
  const [, fromRoom, fromCore] = from.split('/') as [string, string, string];
  const [, toRoom, toCore] = to.split('/') as [string, string, string];
  if (fromRoom !== toRoom) return ROOMS[fromRoom]?.includes(toRoom) ?? false;
  if (fromRoom !== 'core') return true;
  if (!ROUTE.includes(toCore)) return true;
  return ROUTE.includes(fromCore) && ROUTE.indexOf(toCore) <= ROUTE.indexOf(fromCore);
}

function cyclesAmong(edges: readonly Import[]): string[][] {
  const targets = groupByFrom(edges);
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path]);
    if (trail.includes(path) || done.has(path)) return;
    for (const { to } of targets.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
}

function groupByFrom(edges: readonly Import[]): Map<string, Import[]> {
  const groups = new Map<string, Import[]>();
  for (const edge of edges) groups.set(edge.from, [...(groups.get(edge.from) ?? []), edge]);
  return groups;
}
