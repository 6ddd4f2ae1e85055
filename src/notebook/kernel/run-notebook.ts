import { declaredNames } from '../cell/declared-names.ts';
import type { CodeCell, Notebook } from '../document/notebook.ts';
import type { CellOutput } from '../document/output.ts';
import type { Kernel } from './kernel.ts';

/** What a run of a whole notebook tells while it goes on. */
export interface NotebookListener {
  /** `number` counts the code cells from 1. */
  onOutput(output: CellOutput, cell: CodeCell, number: number): void;
}

/** Clocks for the record of a run: when it began, and how long it took. */
export interface RunClocks {
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Milliseconds from any beginning. */
  readonly timer: () => number;
}

/** A notebook that was run: its cells with what their runs left. */
export interface NotebookRun {
  readonly notebook: Notebook;
  /** Whether every code cell ended well. */
  readonly isComplete: boolean;
}

/** Runs the code cells from the first to the last or to the first error. Cells that were not run have no outputs. */
export async function runNotebook(
  kernel: Kernel,
  notebook: Notebook,
  { onOutput, now, timer }: NotebookListener & RunClocks,
): Promise<NotebookRun> {
  const codeCells = notebook.cells.filter((cell): cell is CodeCell => cell.kind === 'code');
  const declared = codeCells.map(({ source }) => declaredNames(source));
  const done = new Map<string, CodeCell>();
  let isComplete = true;
  for (const [i, cell] of codeCells.entries()) {
    if (!isComplete) break;
    const outputs: CellOutput[] = [];
    const startedAt = now();
    const start = timer();
    const program = { cellId: cell.id, source: cell.source, declaredLater: declared.slice(i + 1).flat() };
    const { end, reads, writes } = await kernel.run(program, {
      onOutput(output) {
        outputs.push(output);
        onOutput(output, cell, i + 1);
      },
      onProgress: () => undefined,
    });
    const lastRun = { startedAt, durationMs: timer() - start, source: cell.source, reads, writes };
    done.set(cell.id, { ...cell, outputs, lastRun: { number: i + 1, end, ...lastRun } });
    isComplete = end === 'ok';
  }
  const cells = notebook.cells.map((cell) =>
    cell.kind === 'code' ? (done.get(cell.id) ?? { ...cell, outputs: [], lastRun: null }) : cell,
  );
  return { notebook: { ...notebook, cells }, isComplete };
}
