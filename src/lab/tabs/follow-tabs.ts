import type { LabCollections } from '../../core/engine/collections.ts';
import { rereadEngine } from '../../core/engine/reread.ts';
import { followServing, SERVING_KEY } from '../serving/kept-serving.ts';
import { browserTexts } from '../session/browser-texts.ts';
import type { Topic, Workspace } from '../workspace/workspace.ts';
import { onChangeElsewhere } from './lab-changes.ts';
import { topicsOf } from './topics-of.ts';

/** Changes that come faster are told together: a run that logs a thousand metrics is one change to look at. */
const TOGETHER_MS = 60;

/**
 * Keeps this page in line with what other tabs and its workers do to the lab: the engine's memory first, then, by
 * `onTopics`, what pages show. All tabs are equal: each writes by transactions, which never tear.
 */
export function followTabs(
  workspace: Workspace,
  {
    database,
    onTopics,
  }: { readonly database: string; readonly onTopics: (topics: readonly Topic[]) => void },
): void {
  let written = new Set<string>();
  let isDue = false;
  const catchUp = async (): Promise<void> => {
    const collections = [...written];
    written = new Set();
    isDue = false;
    await rereadEngine(workspace.engine, collections as (keyof LabCollections)[]);
    onTopics(topicsOf(collections));
  };
  onChangeElsewhere((change) => {
    if (change.kind === 'replaced') return location.reload();
    if (change.database !== database) return;
    for (const collection of change.collections) written.add(collection);
    if (isDue) return;
    isDue = true;
    // Where the database was closed meanwhile, the page says so by itself.
    setTimeout(() => void catchUp().catch(() => undefined), TOGETHER_MS);
  });
  // The API's settings are kept as a text, of which the browser itself tells the other tabs.
  addEventListener('storage', async ({ key }) => {
    if (key !== SERVING_KEY) return;
    await followServing(workspace, browserTexts());
    onTopics(['serving', 'faults']);
  });
}
