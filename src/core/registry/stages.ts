import { quote } from '../errors.ts';
import type { Problem } from '../problem.ts';
import { invalidParameter } from '../tracking/mlflow-exception.ts';

/** The four stages of a model version; any may follow any (R5, R6). */
export type Stage = 'None' | 'Staging' | 'Production' | 'Archived';

/** All stages, in the order of a version's life. */
export const STAGES: readonly Stage[] = ['None', 'Staging', 'Production', 'Archived'];

/** The stages that `archiveExistingVersions` works for (R8). */
export const ACTIVE_STAGES: readonly Stage[] = ['Staging', 'Production'];

/** What MLflow says since 2.9 about calls that name stages; they go on working (R22). */
export const STAGES_DEPRECATED: Problem = {
  severity: 'warning',
  code: 'stages-deprecated',
  message: 'model stages are deprecated in MLflow since 2.9',
  hint: 'an alias says which version serves, a tag how far its review is; stages still work here, as in 2.16',
};

/** The stage of this name in any case; other names are refused (R5). */
export function toStage(name: string): Stage {
  const stage = STAGES.find((known) => known.toLowerCase() === String(name).toLowerCase());
  if (stage === undefined) {
    throw invalidParameter(`invalid model version stage: ${quote(name)}`, `use one of ${STAGES.join(', ')}`);
  }
  return stage;
}
