import type { CourseState } from './course-state.ts';
import { dataSteps } from './data-steps.ts';
import type { RouteStep } from './route-step.ts';
import { servingSteps } from './serving-steps.ts';
import { trainingSteps } from './training-steps.ts';

/** The whole route with the course's settings. Its figures are the same in every engine, to the last digit. */
export const courseRoute: readonly RouteStep<CourseState>[] = [
  ...dataSteps,
  ...trainingSteps,
  ...servingSteps,
];
