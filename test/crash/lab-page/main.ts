// The page of `npm run test:crash`: the lab as a tab has it, work that goes on until the browser is killed, and what is
// looked at afterwards, as one global object.
import { loadPageWorkspace } from '../../../src/lab/workspace/load-page-workspace.ts';
import type { WorkUnderTest } from '../work-under-test.ts';
import { importing } from './importing.ts';
import { materializing } from './materializing.ts';
import { promoting } from './promoting.ts';
import { restoring } from './restoring.ts';
import { training } from './training.ts';

const works: Readonly<Record<string, WorkUnderTest>> = {
  importing,
  training,
  promoting,
  materializing,
  restoring,
};

const crashPage = {
  /** Brings an empty lab to where the work can begin. */
  async prepare(work: string): Promise<void> {
    await works[work]!.prepare(await loadPageWorkspace());
  },

  /** Works on and on; a step begins when `tellStep` has been heard of the one before. */
  async work(work: string): Promise<void> {
    const { step } = works[work]!;
    const workspace = await loadPageWorkspace();
    await tellStep(null);
    for (;;) await tellStep(await step(workspace));
  },

  /** What is not as it must be; `done` is the last step that was told to be done, or null. */
  async look(work: string, done: string | null): Promise<readonly string[]> {
    return works[work]!.look(await loadPageWorkspace(), done);
  },
};

declare global {
  var crash: typeof crashPage;
  /** Of the test: resolves when it knows of the step. */
  var tellStep: (done: string | null) => Promise<void>;
}

globalThis.crash = crashPage;
