import { quote, ValueError } from '../errors.ts';
import type { EstimatorArtifact, Transformer } from './estimator.ts';
import { Pipeline } from './pipeline.ts';
import { ColumnTransformer } from './transformers/column-transformer.ts';
import { OneHotEncoder } from './transformers/one-hot-encoder.ts';
import { SimpleImputer } from './transformers/simple-imputer.ts';
import { StandardScaler } from './transformers/standard-scaler.ts';

/** The fitted transformer that `toArtifact` described. */
export function restoreTransformer(artifact: EstimatorArtifact): Transformer {
  switch (artifact.kind) {
    case 'OneHotEncoder':
      return OneHotEncoder.fromArtifact(artifact);
    case 'StandardScaler':
      return StandardScaler.fromArtifact(artifact);
    case 'SimpleImputer':
      return SimpleImputer.fromArtifact(artifact);
    case 'ColumnTransformer':
      return ColumnTransformer.fromArtifact(artifact, restoreTransformer);
    case 'Pipeline':
      return Pipeline.fromArtifact(artifact, restoreTransformer);
    default:
      throw unknownKind(artifact);
  }
}

function unknownKind(artifact: EstimatorArtifact): ValueError {
  return new ValueError(
    `an artifact of kind ${quote(artifact.kind)}, version ${artifact.version}, is not known`,
    'it was written by another version of the lab, or is no fitted estimator',
  );
}
