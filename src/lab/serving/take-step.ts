import type { TaskOptions } from '../../core/task.ts';
import { applyCourseViews } from '../route/course-features.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { materializeAll } from './materialize.ts';
import { prepareModel, SERVED_MODEL } from './prepare-model.ts';
import { type PreparationStep, readServing } from './read-serving.ts';
import { suggestFeatures, USUAL_STALE_AFTER } from './start-choices.ts';

/** Does one step of the preparation with the course's settings. */
export async function takeStep(
  workspace: Workspace,
  step: PreparationStep,
  options: TaskOptions = {},
): Promise<void> {
  switch (step) {
    case 'data':
      await workspace.api.data.load('streamflow', options);
      return;
    case 'views':
      return applyCourseViews(workspace.api);
    case 'model':
      await prepareModel(workspace, options);
      return;
    case 'online':
      await materializeAll(workspace);
      return;
    case 'start': {
      const { views } = await readServing(workspace);
      await workspace.engine.api.start({
        modelUri: `models:/${SERVED_MODEL}/Production`,
        features: suggestFeatures(views, null),
        staleAfter: USUAL_STALE_AFTER,
      });
    }
  }
}
