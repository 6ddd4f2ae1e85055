import type { CheckResult } from '../lab-api/check.ts';
import type { Danfo } from '../lab-api/danfo.ts';
import type { TaskContext } from '../lab-api/task-context.ts';

/** What the lab API of a kernel tells the cell that is running; belongs into the context of `createLabApi`. */
export interface CellHooks {
  readonly tasks: TaskContext;
  readonly onCheck: (result: CheckResult) => void;
  /** A warning becomes an output of the cell. */
  readonly warn: (message: string) => void;
  /** danfojs once it is loaded; a `LabError` that says how to load it before. */
  readonly danfo: () => Danfo;
}
