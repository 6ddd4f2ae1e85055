import { createStore } from 'zustand/vanilla';
import { browserTexts } from '../session/browser-texts.ts';

/** What the browser says of the lab's storage. */
export interface Persistence {
  /**
   * - 'kept': the browser deletes it only when the student says so;
   * - 'refused': it was asked and may still delete it when the disk runs full;
   * - 'not-asked': nothing worth keeping was done yet;
   * - 'unknown': this browser or address cannot say.
   */
  readonly answer: 'kept' | 'refused' | 'not-asked' | 'unknown';
  /** Bytes that this address uses and may use; null where the browser does not tell. */
  readonly usage: number | null;
  readonly quota: number | null;
}

const KEY = 'streamflow-persistence';

/** Writes to these are work worth keeping: runs, models, own tables, notebooks. The clock alone is not. */
const WORTH_KEEPING = ['runs', 'modelVersions', 'tables', 'featureViews', 'notebooks', 'cells'];

export const persistence = createStore<Persistence>(() => ({ answer: 'unknown', usage: null, quota: null }));

/** Looks what the browser says now, without asking it for anything. */
export async function readPersistence(): Promise<Persistence> {
  const { storage } = navigator;
  if (storage?.persisted === undefined) return persistence.getState();
  const [isKept, { usage = null, quota = null }] = await Promise.all([
    storage.persisted().catch(() => false),
    storage.estimate().catch(() => ({ usage: null, quota: null })),
  ]);
  const wasAsked = browserTexts().getItem(KEY) === 'asked';
  persistence.setState({ answer: isKept ? 'kept' : wasAsked ? 'refused' : 'not-asked', usage, quota });
  return persistence.getState();
}

/** Asks the browser to keep the lab's storage; some ask the student in turn. */
export async function askToPersist(): Promise<void> {
  if (navigator.storage?.persist === undefined) return;
  browserTexts().setItem(KEY, 'asked');
  await navigator.storage.persist();
  await readPersistence();
}

/** Asks once, after the first work worth keeping: never on loading, when nobody would know what for. */
export async function persistAfterWrite(collections: readonly string[]): Promise<void> {
  if (!collections.some((name) => WORTH_KEEPING.includes(name))) return;
  if (browserTexts().getItem(KEY) === 'asked') return;
  await askToPersist();
}
