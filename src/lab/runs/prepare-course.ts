import type { TaskOptions } from '../../core/task.ts';
import { applyCourseViews, COURSE_FEATURES } from '../route/course-features.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readChoices } from './run-choices.ts';
import { COURSE_SPECIFICATION } from './run-specification.ts';

/** Does what the course's run needs and the lab has not yet: loads the dataset, defines the feature views. */
export async function prepareCourse(workspace: Workspace, options: TaskOptions): Promise<void> {
  const { months, features } = await readChoices(workspace);
  if (!months.includes(COURSE_SPECIFICATION.asOf)) {
    await workspace.api.data.load('streamflow', options);
  }
  if (!COURSE_FEATURES.every((feature) => features.includes(feature))) await applyCourseViews(workspace.api);
}
