import type { CellOutput } from '../../notebook/document/output.ts';

/** Collects outputs that come faster than anyone reads. */
export interface OutputBuffer {
  add(output: CellOutput): void;
  /** Hands over what is collected, and says how much was not kept. */
  flush(): void;
}

/** How many outputs of one run are kept. */
export const MAX_OUTPUTS = 2000;

const FLUSH_MS = 50;

/** A buffer that hands over a batch every 50 ms, and nothing beyond 2,000 outputs: an endless loop of logs must not fill the page. */
export function createOutputBuffer(handOver: (outputs: readonly CellOutput[]) => void): OutputBuffer {
  let batch: CellOutput[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let nKept = 0;
  let nDropped = 0;

  const send = (): void => {
    timer = null;
    if (batch.length === 0) return;
    const outputs = batch;
    batch = [];
    handOver(outputs);
  };

  return {
    add(output) {
      // An error ends the run: it is worth more than what came before it.
      if (nKept >= MAX_OUTPUTS && output.kind !== 'error') {
        nDropped++;
        return;
      }
      nKept++;
      batch.push(output);
      timer ??= setTimeout(send, FLUSH_MS);
    },
    flush() {
      if (timer !== null) clearTimeout(timer);
      if (nDropped > 0)
        batch.push({ kind: 'text', level: 'warn', text: `${nDropped} more outputs were not kept` });
      nDropped = 0;
      send();
    },
  };
}
