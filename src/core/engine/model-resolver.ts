import type { Registry } from '../registry/registry.ts';
import type { FeatureDefaults } from '../serving/feature-defaults.ts';
import type { LoadedModel, ModelReference, ModelResolver } from '../serving/model-resolver.ts';
import { enforceSchema } from '../tracking/enforce-schema.ts';
import type { TrackingClient } from '../tracking/tracking-client.ts';
import type { Classifier, EstimatorArtifact } from '../training/estimator.ts';
import { predictBoth } from '../training/predict-both.ts';

/** Where a run keeps what stands in for missing features. */
export const FEATURE_DEFAULTS_PATH = 'feature_defaults.json';

/** What resolving a model needs of the lab. */
export interface ModelResolverContext {
  readonly registry: Registry;
  readonly tracking: TrackingClient;
  readonly restore: (artifact: EstimatorArtifact) => Classifier;
}

/** The registry as the API sees it: models by URI, restored, their signatures enforced (R14–R17, R26). */
export function createModelResolver({ registry, tracking, restore }: ModelResolverContext): ModelResolver {
  const describeVersion = async (name: string, version: number): Promise<ModelReference> => {
    const { currentStage, runId } = await registry.getModelVersion(name, version);
    return { name, version: String(version), stage: currentStage, runId };
  };
  const describeRun = (uri: string, runId: string): ModelReference => ({
    name: uri,
    version: '',
    stage: null,
    runId,
  });
  return {
    async resolveReference(uri) {
      if (uri.startsWith('runs:')) return describeRun(uri, (await registry.loadModel(uri)).runId);
      const { name, version } = await registry.resolveModelUri(uri);
      return describeVersion(name, version);
    },
    async resolve(uri): Promise<LoadedModel> {
      const { artifact, signature, runId, name, version } = await registry.loadModel(uri);
      const estimator = restore(artifact);
      const isRun = name === null || version === null;
      return {
        ...(isRun ? describeRun(uri, runId) : await describeVersion(name, version)),
        uri,
        signature,
        model: { predict: async (table) => predictBoth(estimator, enforceSchema(signature, table)) },
        featureDefaults: await readFeatureDefaults(tracking, runId),
      };
    },
  };
}

async function readFeatureDefaults(tracking: TrackingClient, runId: string): Promise<FeatureDefaults | null> {
  const files = await tracking.listArtifacts(runId);
  if (!files.some(({ path }) => path === FEATURE_DEFAULTS_PATH)) return null;
  const content = await tracking.getArtifact(runId, FEATURE_DEFAULTS_PATH);
  return content.kind === 'json' ? (content.value as FeatureDefaults) : null;
}
