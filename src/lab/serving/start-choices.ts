import type { ModelVersion } from '../../core/registry/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { SERVED_MODEL } from './prepare-model.ts';
import type { ServedView } from './read-serving.ts';

/** The age at which the form calls a value stale: the ttl of the course's views. */
export const USUAL_STALE_AFTER = 45 * 86_400_000;

/** What a model URI means now, and which features that model was trained on. */
export interface UriMeaning {
  /** Null where the URI means no registered version. */
  readonly version: Pick<ModelVersion, 'name' | 'version' | 'currentStage'> | null;
  readonly error: Error | null;
  /** Columns of the model's signature; null where it has none. */
  readonly inputs: readonly string[] | null;
}

/** Every URI by which a registered model can be named by stage, alias or number, the most useful first. */
export async function listModelUris({ engine }: Pick<Workspace, 'engine'>): Promise<readonly string[]> {
  const [models, versions] = await Promise.all([
    engine.registry.searchRegisteredModels(),
    engine.registry.searchModelVersions(),
  ]);
  const uris = models.flatMap(({ name, aliases }) => [
    ...['Production', 'Staging', 'latest'].map((stage) => `models:/${name}/${stage}`),
    ...Object.keys(aliases).map((alias) => `models:/${name}@${alias}`),
    ...versions.filter((version) => version.name === name).map(({ version }) => `models:/${name}/${version}`),
  ]);
  return uris.length === 0 ? [`models:/${SERVED_MODEL}/Production`] : uris;
}

/** Looks what `uri` means at this moment. Never throws: a URI that means nothing is an answer. */
export async function explainUri({ engine }: Pick<Workspace, 'engine'>, uri: string): Promise<UriMeaning> {
  try {
    const { name, version, signature } = await engine.registry.loadModel(uri);
    const inputs = signature?.inputs?.flatMap((spec) => ('name' in spec ? [spec.name] : [])) ?? null;
    if (name === null || version === null) return { version: null, error: null, inputs };
    const { currentStage } = await engine.registry.getModelVersion(name, version);
    return { version: { name, version, currentStage }, error: null, inputs };
  } catch (error) {
    return { version: null, error: error instanceof Error ? error : new Error(String(error)), inputs: null };
  }
}

/** The references of the features to serve: those that the model was trained on, else all. */
export function suggestFeatures(
  views: readonly ServedView[],
  inputs: readonly string[] | null,
): readonly string[] {
  const all = views.flatMap((view) =>
    view.features.map(({ name }) => ({ name, reference: `${view.name}:${name}` })),
  );
  const trainedOn = all.filter(({ name }) => inputs?.includes(name));
  return (trainedOn.length > 0 ? trainedOn : all).map(({ reference }) => reference);
}
