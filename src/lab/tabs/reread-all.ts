import type { LabCollections } from '../../core/engine/collections.ts';
import { labKeyPaths } from '../../core/engine/collections.ts';
import { rereadEngine } from '../../core/engine/reread.ts';
import { loadPageWorkspace } from '../workspace/load-page-workspace.ts';

/** Brings the page's memory in line with a database that was replaced as a whole. */
export async function rereadAll(): Promise<void> {
  const { engine } = await loadPageWorkspace();
  await rereadEngine(engine, Object.keys(labKeyPaths) as (keyof LabCollections)[]);
}
