import type { Table } from '../table/table.ts';
import type { ModelSignature } from '../tracking/signature.ts';
import type { Predictions } from '../training/estimator.ts';
import type { FeatureDefaults } from './feature-defaults.ts';

/** The version that a model URI means at the moment; for a `runs:/` URI its name is the URI and its version empty. */
export interface ModelReference {
  readonly name: string;
  readonly version: string;
  readonly stage: string | null;
  readonly runId: string | null;
}

/** A model in memory. It enforces its signature: a wrong type is an `MlflowException` (R26). */
export interface LoadedModel extends ModelReference {
  readonly uri: string;
  readonly signature: ModelSignature | null;
  readonly model: { predict(table: Table): Promise<Predictions> };
  /** Values for missing features, from the training rows of the model's run; null where the run has none. */
  readonly featureDefaults: FeatureDefaults | null;
}

/** The model registry as the API sees it. Both methods throw `MlflowException` where the URI means nothing. */
export interface ModelResolver {
  resolve(uri: string): Promise<LoadedModel>;
  /** What `uri` means now, without loading the model. */
  resolveReference(uri: string): Promise<ModelReference>;
}
