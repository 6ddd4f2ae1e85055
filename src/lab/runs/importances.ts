import { LabLogisticRegression, LabRandomForestClassifier } from '../../notebook/lab-api/classifiers.ts';
import { LabColumnTransformer } from '../../notebook/lab-api/transformers.ts';
import type { RunPipeline } from './build-pipeline.ts';

/** How much each encoded column weighs in a model. */
export interface Importances {
  /** Share in the decrease of impurity, or the coefficient of a standardised column. */
  readonly kind: 'impurity' | 'coefficient';
  readonly columns: readonly { readonly name: string; readonly value: number }[];
}

/** The weights of the encoded columns, heaviest first; null for models that have none of their own. */
export function importancesOf(pipeline: RunPipeline): Importances | null {
  const { encode, ...rest } = pipeline.namedSteps;
  const model = Object.values(rest).at(-1);
  if (!(encode instanceof LabColumnTransformer)) return null;
  const names = encode.getFeatureNamesOut().map((name) => name.replace(/^(categorical|numeric)__/, ''));
  if (model instanceof LabRandomForestClassifier) return listed('impurity', names, model.featureImportances);
  if (model instanceof LabLogisticRegression) return listed('coefficient', names, model.coef.data);
  return null;
}

function listed(kind: Importances['kind'], names: readonly string[], values: ArrayLike<number>): Importances {
  const columns = names.map((name, column) => ({ name, value: values[column] as number }));
  return { kind, columns: columns.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)) };
}
