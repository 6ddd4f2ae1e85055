import type { LabApi } from '../../notebook/lab-api/lab-api.ts';
import type { ColumnPlan } from './column-plan.ts';
import { ESTIMATORS } from './estimator-definitions.ts';
import type { RunSpecification } from './run-specification.ts';

/** A pipeline of cells. */
export type RunPipeline = InstanceType<LabApi['Pipeline']>;

/** The unfitted pipeline of a run: holes filled where there are any, categories encoded, numbers scaled where it helps. */
export function buildPipeline(
  lab: LabApi,
  { estimator, seed }: Pick<RunSpecification, 'estimator' | 'seed'>,
  plan: ColumnPlan,
): RunPipeline {
  const { step, isScaled } = ESTIMATORS[estimator.name];
  const { categorical, numeric } = plan;
  const fill = new lab.ColumnTransformer(
    [['numeric', new lab.SimpleImputer({ strategy: 'median' }), [...numeric]]],
    { remainder: 'passthrough', verboseFeatureNamesOut: false },
  );
  const encode = new lab.ColumnTransformer([
    ['categorical', new lab.OneHotEncoder({ handleUnknown: 'ignore' }), [...categorical]],
    ['numeric', isScaled ? new lab.StandardScaler() : 'passthrough', [...numeric]],
  ]);
  const model = new lab[estimator.name]({ ...estimator.params, randomState: seed } as never);
  return new lab.Pipeline([
    ...(plan.isImputed ? [['fill', fill] as const] : []),
    ['encode', encode],
    [step, model],
  ]);
}
