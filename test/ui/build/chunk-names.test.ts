import { resolve } from 'node:path';
import fc from 'fast-check';
import type { Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { chunkNames, type Waits } from '../../../src/ui/build/chunk-names.ts';

/** Per module, what it imports at once and what it fetches later. */
type Graph = Readonly<
  Record<string, { readonly imports?: readonly string[]; readonly fetches?: readonly string[] }>
>;

describe('the chunks of what readers wait for', () => {
  it('are one per set of waits that share modules, and one more for what other pages share', () => {
    const graph: Graph = {
      start: { fetches: ['app'] },
      app: { imports: ['react'], fetches: ['lesson', 'notebook', 'data'] },
      lesson: { imports: ['react', 'prose'], fetches: ['live'] },
      live: { imports: ['prose', 'cell', 'button'] },
      notebook: { imports: ['cell', 'button', 'menu'] },
      data: { imports: ['react', 'button', 'matrix'] },
      ...{ react: {}, prose: {}, cell: { imports: ['button'] }, button: {}, menu: {}, matrix: {} },
    };
    const waits: Waits = {
      first: ['start', 'app', 'lesson'].map((name) => ({ name, modules: [name] })),
      next: ['live', 'notebook'].map((name) => ({ name, modules: [name] })),
    };
    expect(namesIn(graph, waits)).toEqual({
      ...{ start: 'start', app: 'app', react: 'app', lesson: 'lesson', prose: 'lesson' },
      ...{ live: 'live', notebook: 'notebook', menu: 'notebook', cell: 'live-notebook' },
      ...{ button: 'live-notebook-shared', data: null, matrix: null },
    });
  });

  it('never import each other in a circle, nor what the bundler splits by itself', () => {
    fc.assert(
      fc.property(graphs(), ({ graph, waits }) => {
        const names = namesIn(graph, waits);
        const imported = new Map<string, Set<string>>();
        for (const [id, { imports = [] }] of Object.entries(graph)) {
          const from = names[id] ?? null;
          if (from === null) continue;
          for (const to of imports.map((other) => names[other] ?? null)) {
            expect(to).not.toBeNull();
            if (to !== from) imported.set(from, (imported.get(from) ?? new Set()).add(to!));
          }
        }
        for (const name of imported.keys()) expect(reached(imported, name)).not.toContain(name);
      }),
      { numRuns: 200 },
    );
  });
});

function namesIn(graph: Graph, waits: Waits): Record<string, string | null> {
  const nameOf = chunkNames(waits);
  const context = { getModuleInfo: (id: string) => moduleInfo(graph, id) };
  return Object.fromEntries(Object.keys(graph).map((id) => [id, nameOf(resolve(id), context) ?? null]));
}

function moduleInfo(graph: Graph, id: string): Rolldown.ModuleInfo | null {
  const found = Object.entries(graph).find(([name]) => resolve(name) === id);
  if (found === undefined) return null;
  const [, { imports = [], fetches = [] }] = found;
  const importedIds = imports.map((name) => resolve(name));
  const dynamicallyImportedIds = fetches.map((name) => resolve(name));
  return { importedIds, dynamicallyImportedIds } as unknown as Rolldown.ModuleInfo;
}

/** Graphs without circles of their own: each module knows only later ones. */
function graphs(): fc.Arbitrary<{ readonly graph: Graph; readonly waits: Waits }> {
  const size = 14;
  const ids = Array.from({ length: size }, (_, i) => `m${i}`);
  const later = (i: number): fc.Arbitrary<string[]> => fc.subarray(ids.slice(i + 1, i + 5));
  const modules = ids.map((_, i) => fc.record({ imports: later(i), fetches: later(i) }));
  const someIds = fc.shuffledSubarray(ids.slice(1), { minLength: 2, maxLength: 6 });
  return fc.record({ modules: fc.tuple(...modules), waited: someIds, nFirst: fc.nat(2) }).map((drawn) => ({
    graph: Object.fromEntries(ids.map((id, i) => [id, drawn.modules[i]!])),
    waits: {
      first: ['m0', ...drawn.waited.slice(0, drawn.nFirst)].map((id) => ({
        name: `on-${id}`,
        modules: [id],
      })),
      next: drawn.waited.slice(drawn.nFirst).map((id) => ({ name: `to-${id}`, modules: [id] })),
    },
  }));
}

function reached(edges: ReadonlyMap<string, ReadonlySet<string>>, from: string): ReadonlySet<string> {
  const found = new Set(edges.get(from));
  for (const name of found) for (const next of edges.get(name) ?? []) found.add(next);
  return found;
}
