import { ValueError } from '../../core/errors.ts';
import type { Fault, Faults } from '../../core/serving/faults.ts';
import type { StartOptions } from '../../core/serving/serving-options.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where the settings of the API survive a reload: `localStorage`, or a stand-in. */
export type KeptTexts = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'streamflow-serving';

/** What was running: null options where the API was stopped. */
interface Kept {
  readonly options: StartOptions | null;
  readonly faults: readonly Fault[];
}

/** Per engine whether its API was started by `resumeServing`. */
const resumed = new WeakMap<object, boolean>();

/**
 * The API and the faults live in the page's memory, as a process does. After a reload this starts the API again with
 * its last settings, as a container with `restart: always` would be: the model is looked for anew. Does so once per
 * lab; resolves to whether it did.
 */
export async function resumeServing(
  { engine }: Pick<Workspace, 'engine'>,
  texts: KeptTexts,
): Promise<boolean> {
  const before = resumed.get(engine);
  if (before !== undefined) return before;
  const { options, faults } = readKept(texts);
  const isNeeded = options !== null && engine.api.status().state === 'stopped';
  resumed.set(engine, isNeeded);
  for (const fault of faults) injectIfKnown(engine.faults, fault);
  // A start that fails leaves the API up without a model, and its status says why.
  if (isNeeded) await engine.api.start(options).catch(() => undefined);
  return isNeeded;
}

/** Notes what is running now, for `resumeServing`. */
export function keepServing({ engine }: Pick<Workspace, 'engine'>, texts: KeptTexts): void {
  const kept: Kept = { options: engine.api.status().options, faults: engine.faults.active() };
  texts.setItem(KEY, JSON.stringify(kept));
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
    const kept = JSON.parse(texts.getItem(KEY) ?? '{}') as Partial<Kept>;
    return { options: kept.options ?? null, faults: kept.faults ?? [] };
  } catch {
    return { options: null, faults: [] };
  }
}
