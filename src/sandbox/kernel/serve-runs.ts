import type { Progress } from '../../core/task.ts';
import type { Kernel, RunListener } from '../../notebook/kernel/kernel.ts';
import type { KernelMessage, KernelRequest } from '../../notebook/kernel/protocol.ts';

type RunRequest = Extract<KernelRequest, { kind: 'run' | 'interrupt' }>;

/** Progress of one task is posted this often at most. */
const PROGRESS_MS = 50;

/** Runs cells as the page asks, and posts what they put out. */
export function serveRuns(
  kernel: Kernel,
  post: (message: KernelMessage) => void,
): (request: RunRequest) => void {
  const now = performance.now.bind(performance);
  return (request) => {
    if (request.kind === 'interrupt') return kernel.interrupt();
    const { run, cell } = request;
    const listener = listenerFor(run, { post, now });
    void kernel.run(cell, listener).then((result) => {
      post({ kind: 'done', run, result, variables: kernel.variables() });
    });
  };
}

function listenerFor(
  run: number,
  { post, now }: { readonly post: (message: KernelMessage) => void; readonly now: () => number },
): RunListener {
  const lastAt = new Map<number, number>();
  return {
    onOutput: (output) => post({ kind: 'output', run, output }),
    onProgress(task: number, progress: Progress) {
      const at = now();
      const isLast = progress.done === progress.total;
      if (!isLast && at - (lastAt.get(task) ?? Number.NEGATIVE_INFINITY) < PROGRESS_MS) return;
      lastAt.set(task, at);
      post({ kind: 'progress', run, task, progress });
    },
  };
}
