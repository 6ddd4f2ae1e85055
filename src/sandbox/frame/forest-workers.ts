import type { ForestWorkerMessage, ForestWorkerRequest } from './frame-message.ts';

/** The forest workers of one kernel. */
export interface ForestWorkers {
  endAll(): void;
}

export interface ForestWorkersOptions {
  /** The most at once. */
  readonly nWorkers: number;
  /** Where the script of forest workers is; null where it could not be had. */
  readonly loadScript: () => Promise<string | null>;
}

/**
 * Starts and ends forest workers as a kernel asks over `port`. The frame's window does so, as Firefox can hang where a
 * worker starts another. They run the app's own script and nothing that the kernel could hand over.
 */
export function serveForestWorkers(
  port: MessagePort,
  { nWorkers, loadScript }: ForestWorkersOptions,
): ForestWorkers {
  /** By the kernel's number; null until the script is there. */
  const workers = new Map<number, Worker | null>();
  const post = (message: ForestWorkerMessage): void => port.postMessage(message);
  const start = async (number: number, workerPort: MessagePort): Promise<void> => {
    if (workers.size >= nWorkers) {
      return post({ kind: 'crashed', worker: number, message: `${nWorkers} are at work already` });
    }
    workers.set(number, null);
    const url = await loadScript();
    if (!workers.has(number)) return;
    if (url === null) {
      workers.delete(number);
      return post({ kind: 'no-script', worker: number });
    }
    const worker = new Worker(url);
    workers.set(number, worker);
    worker.onerror = (event) => {
      event.preventDefault();
      post({ kind: 'crashed', worker: number, message: event.message ?? '' });
    };
    worker.postMessage(null, [workerPort]);
  };
  const end = (number: number): void => {
    workers.get(number)?.terminate();
    workers.delete(number);
  };
  port.onmessage = ({ data, ports }: MessageEvent<ForestWorkerRequest>) => {
    if (data.kind === 'end') end(data.worker);
    else void start(data.worker, ports[0]!);
  };
  return {
    endAll() {
      port.close();
      for (const number of [...workers.keys()]) end(number);
    },
  };
}
