import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { isHostFile } from '../../hosting/host-files.ts';
import { ADDRESSES, MODULE_PREFIX, type PackedFile, type PackedFiles } from '../single-file.ts';

/** The files of a build, and their bytes end to end. */
export interface PackedBuild extends PackedFiles {
  readonly bytes: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.html': 'text/html;charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** What only a server's page needs. */
const LEFT_OUT = [/^index\.html$/, /^service-worker\.js$/, /^manifest\.webmanifest$/, /^icon/];

/** How the build names a file from a module or a worker: always with a folder that a blob has not. */
const ADDRESS =
  /new URL\([`"']([\w.-]+)[`"'],\s*(?:import\.meta\.url|document\.baseURI|self\.location\.href)\)\.href/g;
const MODULE = /(["'`])\.\/([\w.-]+\.js)\1/g;
const MODULE_WORKER = /(new Worker\([^;]{0,160}?)type:\s*(["'`])module\2/g;

/** Packs the build in `folder`, whose page starts with the chunks `entries`. */
export function packBuild(folder: string, entries: readonly string[]): PackedBuild {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (it) => it.isFile() && !it.parentPath.endsWith('.vite') && !LEFT_OUT.some((left) => left.test(it.name)),
    )
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !isHostFile(relative(folder, path).replaceAll('\\', '/')));
  const contents = new Map(paths.map((path) => [basename(path), readFileSync(path)]));
  const workers = namedBy(contents, /new Worker\(\s*new URL\((?:new URL\()?[`"']([\w.-]+)[`"']/g);
  const workersNeed = new Map([...workers].map((name) => [name, addressesIn(contents.get(name)!)]));
  const fetchedByWorkers = new Set([...workersNeed.values()].flat());
  const packed = [...contents].map(([name, content]) => {
    const role = roleOf(name, { workers, fetchedByWorkers });
    const bytes =
      role === 'module' || role === 'worker' ? Buffer.from(rewrite(content.toString('utf8'))) : content;
    const file: PackedFile = {
      name,
      type: TYPES[extname(name)] ?? 'application/octet-stream',
      role,
      length: bytes.length,
      needs: workersNeed.get(name) ?? [],
    };
    return { file, bytes };
  });
  const ordered = packed.sort((a, b) => rank(a.file, contents) - rank(b.file, contents));
  return {
    entries,
    files: ordered.map(({ file }) => file),
    bytes: Buffer.concat(ordered.map(({ bytes }) => bytes)),
  };
}

function roleOf(
  name: string,
  found: { readonly workers: ReadonlySet<string>; readonly fetchedByWorkers: ReadonlySet<string> },
): PackedFile['role'] {
  if (name.endsWith('.css')) return 'style';
  if (name.endsWith('.js')) return found.workers.has(name) ? 'worker' : 'module';
  return found.fetchedByWorkers.has(name) ? 'data' : 'asset';
}

function addressesIn(content: Buffer): string[] {
  return [...content.toString('utf8').matchAll(ADDRESS)].map(([, name]) => name!);
}

/** Assets, then what names them; a worker that starts others after those. */
function rank({ name, role }: PackedFile, contents: ReadonlyMap<string, Buffer>): number {
  if (role === 'asset' || role === 'data') return 0;
  if (role === 'style' || role === 'module') return 3;
  const startsOthers = /new Worker\(\s*new URL\(/.test(contents.get(name)!.toString('utf8'));
  return startsOthers ? 2 : 1;
}

function namedBy(contents: ReadonlyMap<string, Buffer>, pattern: RegExp): ReadonlySet<string> {
  const names = [...contents].flatMap(([file, content]) =>
    file.endsWith('.js') ? [...content.toString('utf8').matchAll(pattern)].map(([, name]) => name!) : [],
  );
  return new Set(names);
}

function rewrite(code: string): string {
  return code
    .replace(ADDRESS, `globalThis.${ADDRESSES}["$1"]`)
    .replace(MODULE, `$1${MODULE_PREFIX}$2$1`)
    .replace(MODULE_WORKER, '$1type:$2classic$2');
}
