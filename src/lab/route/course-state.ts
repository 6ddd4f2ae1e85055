import type { LabApi } from '../../notebook/lab-api/lab-api.ts';
import type { LabTable } from '../../notebook/lab-api/lab-table.ts';

/** The month that the course trains on, and the next one, on which the model is watched. */
export const AS_OF = '2024-01-31';
export const NEXT_AS_OF = '2024-02-29';

/** The training set, split. */
export interface CourseSplit {
  readonly XTrain: LabTable;
  readonly XTest: LabTable;
  readonly yTrain: readonly number[];
  readonly yTest: readonly number[];
}

/** What the steps of the course's route leave for one another. */
export interface CourseState {
  readonly lab: LabApi;
  features?: LabTable;
  labels?: readonly number[];
  split?: CourseSplit;
  forest?: InstanceType<LabApi['Pipeline']>;
  metrics?: Readonly<Record<string, number>>;
}

/** What an earlier step left in `state`; the steps run in order, so its absence is a fault of the program. */
export function required<K extends keyof CourseState>(
  state: CourseState,
  name: K,
): NonNullable<CourseState[K]> {
  const value = state[name];
  if (value === undefined) throw new Error(`no ${name} yet: the step that makes it has not run`);
  return value as NonNullable<CourseState[K]>;
}
