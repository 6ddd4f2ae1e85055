import { resolve } from 'node:path';
import type { Rolldown } from 'vite';

/** Something that a reader waits for: a name, and the modules that are fetched for it. */
export interface Wait {
  readonly name: string;
  readonly modules: readonly string[];
}

/** What readers wait for. */
export interface Waits {
  /** One after the other, on the way to a page: what one needs, all later ones find there. */
  readonly first: readonly Wait[];
  /** Of what comes after, the pages that are to open fast. */
  readonly next: readonly Wait[];
}

type GetModuleInfo = (id: string) => Rolldown.ModuleInfo | null;

/** Ends the name of a chunk that pages need which are not among the waits. */
const SHARED = 'shared';

/**
 * Names the chunks that `waits` are fetched in, so that they are few: each costs a request and a link in the page, and
 * the bundler by itself makes one for every set of pages that share something. Modules that the same waits need are one
 * chunk, or two where other pages need a part of it. What no wait needs, the bundler splits as it does.
 *
 * No two chunks import each other: whatever a module imports is needed by all that need the module.
 */
export function chunkNames({ first, next }: Waits): Rolldown.CodeSplittingNameFunction {
  let nameOf: ((moduleId: string) => string | null) | null = null;
  return (moduleId, context) => {
    nameOf ??= namesOf({ first, next }, (id) => context.getModuleInfo(id));
    return nameOf(moduleId);
  };
}

function namesOf({ first, next }: Waits, getModuleInfo: GetModuleInfo): (moduleId: string) => string | null {
  const missing = [...first, ...next].flatMap(({ modules }) =>
    modules.filter((path) => getModuleInfo(resolve(path)) === null),
  );
  // A page of the tests, which is built the same way, has no app in it.
  if (missing.includes(first[0]!.modules[0]!)) return () => null;
  if (missing.length > 0) throw new Error(`nothing waits for ${missing.join(', ')}: no such module is built`);
  const withNeeds = ({ name, modules }: Wait) => ({
    name,
    needs: importsOf(
      modules.map((path) => resolve(path)),
      getModuleInfo,
    ),
  });
  const [onTheWay, later] = [first.map(withNeeds), next.map(withNeeds)];
  const waited = new Set([...first, ...next].flatMap(({ modules }) => modules.map((path) => resolve(path))));
  const others = fetchedBy(onTheWay[0]!.needs, getModuleInfo).filter((id) => !waited.has(id));
  const elsewhere = importsOf(others, getModuleInfo);
  return (moduleId) => {
    const step = onTheWay.find(({ needs }) => needs.has(moduleId));
    if (step !== undefined) return step.name;
    const names = later.filter(({ needs }) => needs.has(moduleId)).map(({ name }) => name);
    if (names.length === 0) return null;
    return [...names, ...(elsewhere.has(moduleId) ? [SHARED] : [])].join('-');
  };
}

/** `modules`, and all that has to be there before they run. */
function importsOf(modules: readonly string[], getModuleInfo: GetModuleInfo): ReadonlySet<string> {
  const found = new Set(modules);
  for (const id of found) for (const imported of getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/** All modules that `modules`, or anything that these load, fetch when they need them. */
function fetchedBy(modules: ReadonlySet<string>, getModuleInfo: GetModuleInfo): readonly string[] {
  const loaded = new Set(modules);
  const fetched = new Set<string>();
  for (const id of loaded) {
    const { importedIds = [], dynamicallyImportedIds = [] } = getModuleInfo(id) ?? {};
    for (const next of [...importedIds, ...dynamicallyImportedIds]) loaded.add(next);
    for (const next of dynamicallyImportedIds) fetched.add(next);
  }
  return [...fetched];
}
