import type { Workspace } from '../../src/lab/workspace/workspace.ts';

/** Work that a killed browser interrupts anywhere. */
export interface WorkUnderTest {
  /** Brings an empty lab to where the work can begin. */
  prepare(workspace: Workspace): Promise<void>;
  /** The next piece of work, whatever was left behind; gives a text that `look` can order. */
  step(workspace: Workspace): Promise<string>;
  /** What is not as it must be; `done` is the last step known to be done before the kill. */
  look(workspace: Workspace, done: string | null): Promise<readonly string[]>;
}
