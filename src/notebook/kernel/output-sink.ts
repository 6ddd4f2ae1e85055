import type { CellOutput } from '../document/output.ts';

/** How much a run may put out. */
export interface OutputLimits {
  readonly outputs: number;
  readonly bytes: number;
  /** The last texts of a run that put out more are shown all the same. */
  readonly tail: number;
}

export const OUTPUT_LIMITS: OutputLimits = { outputs: 2000, bytes: 8_000_000, tail: 50 };

/** Where the outputs of one run go. */
export interface OutputSink {
  emit(output: CellOutput): void;
  /** Passes on what must be seen, however much there was before. */
  notice(output: CellOutput): void;
  /** Tells what was left out, with the last of it; called when the run ends. */
  finish(): void;
}

/**
 * Passes outputs on until a run has put out its share, then only counts. Errors and checks always pass. What a run
 * keeps in memory does not grow with what it puts out.
 */
export function createOutputSink(
  send: (output: CellOutput) => void,
  limits: OutputLimits = OUTPUT_LIMITS,
): OutputSink {
  let nSent = 0;
  let nBytes = 0;
  let nDropped = 0;
  let hasFinished = false;
  const tail: CellOutput[] = [];
  const drop = (output: CellOutput): void => {
    if (nDropped === 0 && !hasFinished)
      send(notice('the output is long: from here on only its end is shown'));
    nDropped++;
    if (output.kind !== 'text') return;
    tail.push({ ...output, text: output.text.slice(0, 1000) });
    if (tail.length > limits.tail) tail.shift();
  };
  return {
    notice: send,
    emit(output) {
      const size = sizeOf(output);
      if (output.kind === 'error' || output.kind === 'check') return send(output);
      if (nSent >= limits.outputs || nBytes + size > limits.bytes) return drop(output);
      nSent++;
      nBytes += size;
      send(output);
    },
    finish() {
      hasFinished = true;
      const nLost = nDropped - tail.length;
      if (nLost > 0) send(notice(`the output was cut: ${nLost.toLocaleString('en')} entries are not shown`));
      for (const output of tail.splice(0)) send(output);
    },
  };
}

function notice(text: string): CellOutput {
  return { kind: 'text', level: 'warn', text };
}

/** About how much memory an output takes. */
function sizeOf(output: CellOutput): number {
  switch (output.kind) {
    case 'text':
      return output.text.length + 50;
    case 'table':
      return output.packed.byteLength;
    case 'image':
      return output.data.length;
    case 'chart':
      return output.spec.marks.reduce((size, { data }) => size + cellsOf(data) * 8, 200);
    default:
      return JSON.stringify(output).length;
  }
}

function cellsOf(data: Readonly<Record<string, readonly unknown[]>>): number {
  return Object.values(data).reduce((n, column) => n + column.length, 0);
}
