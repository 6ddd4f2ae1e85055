import type { Fault } from '../../core/serving/faults.ts';
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

const resumed = new WeakSet<object>();

/**
 * The API and the faults live in the page's memory, as a process does. After a reload this starts the API again with
 * its last settings, as a container with `restart: always` would be: the model is looked for anew. Once per lab.
 */
export async function resumeServing({ engine }: Pick<Workspace, 'engine'>, texts: KeptTexts): Promise<void> {
  if (resumed.has(engine)) return;
  resumed.add(engine);
  const { options, faults } = readKept(texts);
  for (const fault of faults) engine.faults.inject(fault);
  if (options === null || engine.api.status().state !== 'stopped') return;
  // A start that fails leaves the API up without a model, and its status says why.
  await engine.api.start(options).catch(() => undefined);
}

/** Notes what is running now, for `resumeServing`. */
export function keepServing({ engine }: Pick<Workspace, 'engine'>, texts: KeptTexts): void {
  const kept: Kept = { options: engine.api.status().options, faults: engine.faults.active() };
  texts.setItem(KEY, JSON.stringify(kept));
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
