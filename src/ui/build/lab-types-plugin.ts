import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Plugin } from 'vite';

const ID = 'virtual:lab-types';

/** Where the lab API begins; everything that it reaches by an import is part of what an editor must know. */
const ROOTS = [
  'src/notebook/lab-api/lab-api.ts',
  'src/notebook/lab-api/danfo.ts',
  'src/notebook/kernel/plot.ts',
  'src/notebook/web.d.ts',
  'src/universal.d.ts',
];

/**
 * `import files from 'virtual:lab-types'`: the types of everything that a cell has in scope, by path, for the editor's
 * language service. The lab API's own files are its sources, whose members carry their comments; what they reach
 * beyond is the compiler's declarations of it. Never out of date: the compiler writes them while the app is built.
 */
export function labTypes(): Plugin {
  let root = '.';
  return {
    name: 'lab-types',
    configResolved: (config) => {
      root = config.configFile === undefined ? config.root : join(config.configFile, '..');
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'src/notebook'], {
        cwd: root,
      });
      return `export default ${JSON.stringify(reachedFiles(root))};`;
    },
  };
}

function reachedFiles(root: string): Record<string, string> {
  const files: Record<string, string> = {};
  const waiting = [...ROOTS];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const name = nameOf(path);
    if (name in files || !existsSync(join(root, path))) continue;
    const text = readFileSync(name === path ? join(root, path) : declarationOf(root, path), 'utf8');
    files[name] = text;
    waiting.push(...importsOf(text).map((to) => posix.join(posix.dirname(path), to)));
  }
  return files;
}

/** Sources keep their name; declarations stand beside where their source would be. */
function nameOf(path: string): string {
  const isKept = path.startsWith('src/notebook/lab-api/') || path.endsWith('.d.ts');
  return isKept ? path : path.replace(/\.ts$/, '.d.ts');
}

/** Where the compiler wrote the declarations of a source, see the rooms' `tsconfig.json`. */
function declarationOf(root: string, path: string): string {
  const [, room] = path.split('/');
  return join(root, 'node_modules/.cache/types/src', room!, path.replace(/\.ts$/, '.d.ts'));
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+\.ts)['"]/g)].map(([, to]) => to!);
}
