import type { ErrorOutput } from '../notebook/document/output.ts';
import { outputText } from '../notebook/document/output-text.ts';
import type { Kernel } from '../notebook/kernel/kernel.ts';

/** What a script gives off that it did not print itself. */
export interface ScriptListener {
  /** What it displayed, as text. */
  onText(text: string): void;
  onWarning(text: string): void;
  /** What ended it, or what it forgot to wait for and that failed. */
  onError(error: ErrorOutput): void;
}

/** Runs a script as one cell of a kernel. Never rejects: errors go to the listener. */
export async function runScript(kernel: Kernel, source: string, listener: ScriptListener): Promise<void> {
  const cell = { cellId: 'script', source };
  await kernel.run(cell, {
    onOutput(output) {
      if (output.kind === 'error') listener.onError(output);
      else if (output.kind === 'text') listener.onWarning(output.text);
      // A check that fails throws, which is told; one that holds has nothing to say.
      else if (output.kind !== 'check') listener.onText(outputText(output));
    },
    onProgress: () => undefined,
  });
}
