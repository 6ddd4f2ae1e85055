/** Starts threads from scripts that were handed over. */
export interface ThreadMaker {
  /** How many run at once. */
  readonly nThreads: number;
  start(script: string): Worker;
}

/** Keeps the means to start threads, which the global scope loses afterwards: cells may not start any. */
export function keepThreadMaker(): ThreadMaker {
  const { Worker, Blob } = globalThis;
  const createUrl = URL.createObjectURL.bind(URL);
  const urls = new Map<string, string>();
  return {
    nThreads: navigator.hardwareConcurrency,
    start(script) {
      const url = urls.get(script) ?? createUrl(new Blob([script], { type: 'text/javascript' }));
      urls.set(script, url);
      return new Worker(url);
    },
  };
}
