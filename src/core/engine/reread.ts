import type { LabCollections } from './collections.ts';
import type { Engine } from './create-engine.ts';

/** What decides which version a model URI means. */
const OF_MODELS: readonly (keyof LabCollections)[] = ['registeredModels', 'modelVersions'];

/**
 * Brings what the engine has in memory in line with what is stored, after another tab or a worker wrote to
 * `collections`. Tables and online rows need nothing: they look at their stamps with every read.
 */
export async function rereadEngine(
  engine: Engine,
  collections: readonly (keyof LabCollections)[],
): Promise<void> {
  if (collections.includes('settings')) await engine.time.reread();
  if (collections.includes('featureViews')) await engine.views.reread();
  if (collections.some((collection) => OF_MODELS.includes(collection))) await engine.api.checkModel();
}
