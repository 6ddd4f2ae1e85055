import { useRef, useState } from 'react';
import type { Progress, TaskOptions } from '../../core/task.ts';

/** A long task that shows how far it is and can be cancelled. */
export interface Task {
  readonly progress: Progress | null;
  /** The options for the next start; a former start is cancelled. */
  start(): TaskOptions;
  cancel(): void;
}

/** Progress and cancellation for one task at a time. */
export function useTask(): Task {
  const [progress, setProgress] = useState<Progress | null>(null);
  const controller = useRef<AbortController | null>(null);
  return {
    progress,
    start: () => {
      controller.current?.abort();
      controller.current = new AbortController();
      setProgress(null);
      return { onProgress: setProgress, signal: controller.current.signal };
    },
    cancel: () => controller.current?.abort(),
  };
}
