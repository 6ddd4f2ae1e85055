import type { ModelVersion } from '../../core/registry/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { MODEL_PATH } from './log-run.ts';

/** The registered model that the course's runs become versions of. */
export const COURSE_MODEL = 'streamflow_churn';

/** Makes a run's model the next version of a registered model, which is created where its name is new. */
export async function registerRun({ api }: Workspace, runId: string, name: string): Promise<ModelVersion> {
  return api.mlflow.registerModel(`runs:/${runId}/${MODEL_PATH}`, name);
}
