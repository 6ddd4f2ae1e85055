import { ValueError } from '../../core/errors.ts';
import type { OtherProcess } from '../../core/serving/api.ts';
import type { Fault, Faults } from '../../core/serving/faults.ts';
import type { StartOptions } from '../../core/serving/serving-options.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where the settings of the API survive a reload: `localStorage`, or a stand-in. */
export type KeptTexts = Pick<Storage, 'getItem' | 'setItem'>;

/** The key under which `keepServing` keeps them: a page hears when another tab changes it. */
export const SERVING_KEY = 'streamflow-serving';

/** What was running: null options where the API was stopped, null process where it had no model. */
interface Kept {
  readonly options: StartOptions | null;
  readonly process: Pick<OtherProcess, 'loadedUri' | 'startedAt'> | null;
  readonly faults: readonly Fault[];
}

type InEngine = Pick<Workspace, 'engine'>;

/** Per engine whether its API was started by `resumeServing`. */
const resumed = new WeakMap<object, boolean>();

/** Engines whose changes come from what is kept: they are not kept again half done. */
const following = new WeakSet<object>();

/**
 * The API and the faults live in the page's memory, as a process does. After a reload this starts the API again with
 * its last settings, as a container with `restart: always` would be: the model is looked for anew. Where another tab
 * has the lab open the API never stopped: this page's process joins it. Does so once per lab, and keeps every change
 * from then on; resolves to whether it started the API.
 */
export async function resumeServing(
  { engine }: InEngine,
  texts: KeptTexts,
  { isOpenElsewhere = false }: { readonly isOpenElsewhere?: boolean } = {},
): Promise<boolean> {
  const before = resumed.get(engine);
  if (before !== undefined) return before;
  const { options, process, faults } = readKept(texts);
  const isNeeded = options !== null && engine.api.status().state === 'stopped';
  resumed.set(engine, isNeeded);
  following.add(engine);
  for (const fault of faults) injectIfKnown(engine.faults, fault);
  if (isNeeded && isOpenElsewhere && process !== null) await engine.api.join({ options, ...process });
  // A start that fails leaves the API up without a model, and its status says why.
  else if (isNeeded) await engine.api.start(options).catch(() => undefined);
  following.delete(engine);
  engine.onServingChange(() => {
    if (!following.has(engine)) keepServing({ engine }, texts);
  });
  return isNeeded;
}

/** Notes what is running now, for `resumeServing` and `followServing`. */
export function keepServing({ engine }: InEngine, texts: KeptTexts): void {
  texts.setItem(SERVING_KEY, JSON.stringify(runningIn(engine)));
}

/** Does as another tab did: the same faults, and an API that is stopped or serves the version that the other loaded. */
export async function followServing({ engine }: InEngine, texts: KeptTexts): Promise<void> {
  const kept = readKept(texts);
  const here = runningIn(engine);
  following.add(engine);
  try {
    if (JSON.stringify(kept.faults) !== JSON.stringify(here.faults)) {
      engine.faults.clear();
      for (const fault of kept.faults) injectIfKnown(engine.faults, fault);
    }
    if (JSON.stringify({ ...kept, faults: [] }) === JSON.stringify({ ...here, faults: [] })) return;
    if (kept.options === null) engine.api.stop();
    else if (kept.process !== null) await engine.api.join({ options: kept.options, ...kept.process });
    else await engine.api.start(kept.options).catch(() => undefined);
  } finally {
    following.delete(engine);
  }
}

function runningIn(engine: InEngine['engine']): Kept {
  const { options, model, startedAt } = engine.api.status();
  const loadedUri =
    model === null || model.version === '' ? options?.modelUri : `models:/${model.name}/${model.version}`;
  const hasModel = model !== null && startedAt !== null && loadedUri !== undefined;
  return { options, process: hasModel ? { loadedUri, startedAt } : null, faults: engine.faults.active() };
}

/** A fault that another version of the app kept may be none of this one's: it is left out. */
function injectIfKnown(to: Faults, fault: Fault): void {
  try {
    to.inject(fault);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
  }
}

/** Nothing where nothing well-formed is kept: another version may have written it. */
function readKept(texts: KeptTexts): Kept {
  try {
    const kept = JSON.parse(texts.getItem(SERVING_KEY) ?? '{}') as Partial<Kept>;
    return { options: kept.options ?? null, process: kept.process ?? null, faults: kept.faults ?? [] };
  } catch {
    return { options: null, process: null, faults: [] };
  }
}
