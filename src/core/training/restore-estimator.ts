import { quote, ValueError } from '../errors.ts';
import { DummyClassifier } from './dummy-classifier.ts';
import type { Classifier, EstimatorArtifact, Transformer } from './estimator.ts';
import type { ForestExecutor } from './forest/forest-executor.ts';
import { LogisticRegression } from './logistic-regression.ts';
import { Pipeline } from './pipeline.ts';
import { type RandomForestArtifact, RandomForestClassifier } from './random-forest-classifier.ts';
import { MLPClassifier } from './tfjs/mlp-classifier.ts';
import type { TfjsRuntime } from './tfjs/tfjs-runtime.ts';
import { ColumnTransformer } from './transformers/column-transformer.ts';
import { OneHotEncoder } from './transformers/one-hot-encoder.ts';
import { SimpleImputer } from './transformers/simple-imputer.ts';
import { StandardScaler } from './transformers/standard-scaler.ts';

/** What some classifiers need of the host: where forests grow, and tfjs for networks. */
export interface RestoreOptions {
  readonly executor?: ForestExecutor;
  readonly runtime?: TfjsRuntime;
}

/** The fitted classifier that `toArtifact` described; a `ValueError` for an artifact of another kind. */
export function restoreEstimator(artifact: EstimatorArtifact, options: RestoreOptions = {}): Classifier {
  const restore = CLASSIFIERS.get(artifact.kind);
  if (restore === undefined) throw unknownKind(artifact, 'classifier');
  return restore(artifact, options);
}

/** The fitted transformer that `toArtifact` described; a `ValueError` for an artifact of another kind. */
export function restoreTransformer(artifact: EstimatorArtifact): Transformer {
  const restore = TRANSFORMERS.get(artifact.kind);
  if (restore === undefined) throw unknownKind(artifact, 'transformer');
  return restore(artifact);
}

const TRANSFORMERS = new Map<string, (artifact: EstimatorArtifact) => Transformer>([
  ['OneHotEncoder', OneHotEncoder.fromArtifact],
  ['StandardScaler', StandardScaler.fromArtifact],
  ['SimpleImputer', SimpleImputer.fromArtifact],
  ['ColumnTransformer', (artifact) => ColumnTransformer.fromArtifact(artifact, restoreTransformer)],
  ['Pipeline', (artifact) => Pipeline.fromArtifact(artifact, restoreTransformer)],
]);

const CLASSIFIERS = new Map<string, (artifact: EstimatorArtifact, options: RestoreOptions) => Classifier>([
  [
    'RandomForestClassifier',
    (artifact, options) => RandomForestClassifier.fromArtifact(artifact as RandomForestArtifact, options),
  ],
  ['LogisticRegression', LogisticRegression.fromArtifact],
  ['DummyClassifier', DummyClassifier.fromArtifact],
  ['MLPClassifier', restoreNetwork],
  ['Pipeline', restorePipeline],
]);

function restoreNetwork(artifact: EstimatorArtifact, { runtime }: RestoreOptions): Classifier {
  if (runtime === undefined) {
    throw new ValueError(
      'a network was to be restored without tfjs',
      'pass { runtime }: where tfjs finds its binary',
    );
  }
  return MLPClassifier.fromArtifact(artifact, { runtime });
}

function restorePipeline(artifact: EstimatorArtifact, options: RestoreOptions): Classifier {
  return Pipeline.fromArtifact(artifact, (step) =>
    CLASSIFIERS.has(step.kind) ? restoreEstimator(step, options) : restoreTransformer(step),
  );
}

function unknownKind({ kind, version }: EstimatorArtifact, wanted: string): ValueError {
  return new ValueError(
    `an artifact of kind ${quote(kind)}, version ${quote(version)}, is no ${wanted} that is known here`,
    'it was written by another version of the lab, or is no fitted estimator',
  );
}
