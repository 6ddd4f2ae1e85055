import { LabError } from '../../core/errors.ts';
import { loadWorkspace } from '../workspace/load-workspace.ts';
import { type Reproduction, reproduceRun } from './reproduce-run.ts';
import type { RunSpecification } from './run-specification.ts';
import { type TrainedRun, type TrainProgress, trainRun } from './train-run.ts';

/** The one task that the worker is sent. */
export type RunTask =
  | { readonly kind: 'train'; readonly specification: RunSpecification }
  | { readonly kind: 'reproduce'; readonly runId: string };

/** What the worker answers: progress, then the outcome. */
export type RunAnswer =
  | { readonly kind: 'progress'; readonly progress: TrainProgress }
  | { readonly kind: 'done'; readonly result: TrainedRun | Reproduction }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly hint: string };

// The worker opens the page's database itself: joining, scoring, digests and logging leave the page alone too.
addEventListener('message', async ({ data: task }: MessageEvent<RunTask>) => {
  const answer = (message: RunAnswer): void => postMessage(message);
  const onProgress = (progress: TrainProgress): void => answer({ kind: 'progress', progress });
  try {
    const workspace = await loadWorkspace();
    const result =
      task.kind === 'train'
        ? await trainRun(workspace, task.specification, { onProgress })
        : await reproduceRun(workspace, task.runId, { onProgress });
    answer({ kind: 'done', result });
  } catch (error) {
    const { name, message } = error as Error;
    answer({ kind: 'failed', name, message, hint: error instanceof LabError ? error.hint : '' });
  }
});
