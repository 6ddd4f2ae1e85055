import type { StoreApi } from 'zustand/vanilla';
import type { Cell, CellRun, CodeCell } from '../../notebook/document/notebook.ts';
import type { Topic } from '../workspace/workspace.ts';
import type { OpenKernel } from './kernel-host.ts';
import type { CellState, NotebookState, RunPhase } from './notebook-state.ts';
import { createRunQueue, type EndedRun } from './run-queue.ts';

/** What can be run, and stopped, in an open notebook. */
export interface NotebookRuns {
  run(cellIds: readonly string[]): Promise<void>;
  runFrom(cellId: string): Promise<void>;
  runAll(): Promise<void>;
  runAllFromClean(): Promise<void>;
  stop(): Promise<void>;
  restart(): Promise<void>;
  clearOutputs(): void;
  setTimeLimit(timeLimitMs: number | null): void;
  closeKernel(): void;
}

/** What running works on. */
export interface NotebookRunsOptions {
  readonly state: Pick<StoreApi<NotebookState>, 'getState' | 'setState'>;
  readonly openKernel: OpenKernel;
  readonly onTopics: (topics: readonly Topic[]) => void;
  readonly now: () => number;
  /** A cell is about to run. */
  readonly onRun: (cellId: string) => void;
  /** A cell's outputs and last run are other ones now. */
  readonly onResult: (cellId: string) => void;
}

const NONE: RunPhase = { kind: 'none' };

/** Runs the cells of an open notebook and keeps what they left in its state. */
export function createNotebookRuns(options: NotebookRunsOptions): NotebookRuns {
  const { state, onRun, onResult } = options;
  const { getState, setState } = state;

  const change = (cellId: string, changes: (cell: CellState) => Partial<CellState>): void => {
    const { cells } = getState();
    const cellState = cells[cellId];
    if (cellState === undefined) return;
    setState({ cells: { ...cells, [cellId]: { ...cellState, ...changes(cellState) } } });
  };

  const queue = createRunQueue({
    ...options,
    timeLimitMs: () => getState().timeLimitMs,
    sourceOf: (cellId) => {
      const { order, cells } = getState();
      const cell = cells[cellId]?.cell;
      return order.includes(cellId) && cell?.kind === 'code' ? cell.source : null;
    },
    events: {
      onQueued: (cellId) => change(cellId, () => ({ phase: { kind: 'queued' } })),
      onDropped: (cellId) => change(cellId, () => ({ phase: NONE })),
      onStart(cellId, startedAt) {
        onRun(cellId);
        change(cellId, ({ cell }) => ({
          phase: { kind: 'running', startedAt, progress: {} },
          cell: withOutputs(cell, []),
        }));
      },
      onOutputs: (cellId, outputs) =>
        change(cellId, ({ cell }) => ({
          cell: withOutputs(cell, [...(cell.kind === 'code' ? cell.outputs : []), ...outputs]),
        })),
      onProgress: (cellId, taskId, progress) =>
        change(cellId, ({ phase }) =>
          phase.kind === 'running'
            ? { phase: { ...phase, progress: { ...phase.progress, [taskId]: progress } } }
            : {},
        ),
      onEnd(cellId, run) {
        change(cellId, ({ cell }) => ({
          phase: NONE,
          isCurrent: run.stateKept,
          cell: cell.kind === 'code' ? { ...cell, lastRun: lastRunOf(run) } : cell,
        }));
        setState(run.stateKept ? remembered(getState(), run) : forgotten(getState(), cellId));
        onResult(cellId);
      },
      onKernel(kernel) {
        setState({ kernel });
        if (kernel === 'starting') setState(lostWhileIdle(getState()));
      },
      onTopics: options.onTopics,
    },
  });

  const codeOf = (cellIds: readonly string[]): string[] => {
    const { isEditable, cells } = getState();
    return isEditable ? cellIds.filter((id) => cells[id]?.cell.kind === 'code') : [];
  };

  const restart = async (): Promise<void> => {
    await queue.restart();
    setState(forgotten(getState(), null));
  };

  return {
    run: (cellIds) => queue.add(codeOf(cellIds)),
    runFrom(cellId) {
      const { order } = getState();
      return queue.add(codeOf(order.slice(order.indexOf(cellId))));
    },
    runAll: () => queue.add(codeOf(getState().order)),
    async runAllFromClean() {
      await restart();
      await queue.add(codeOf(getState().order));
    },
    stop: queue.stop,
    restart,
    clearOutputs() {
      for (const cellId of codeOf(getState().order)) {
        change(cellId, ({ cell }) => ({ cell: withOutputs(cell, []) }));
        onResult(cellId);
      }
    },
    setTimeLimit(timeLimitMs) {
      setState({ timeLimitMs });
      queue.limitChanged();
    },
    closeKernel: queue.close,
  };
}

function withOutputs(cell: Cell, outputs: CodeCell['outputs']): Cell {
  return cell.kind === 'code' ? { ...cell, outputs } : cell;
}

function lastRunOf(run: EndedRun): CellRun {
  const { number, end, startedAt, durationMs, source, reads, writes, stoppedBy } = run;
  return { number, end, startedAt, durationMs, source, reads, writes, ...(stoppedBy && { stoppedBy }) };
}

/** The notebook after a run that kept its variables; a loss is over once all that ran before ran again. */
function remembered(
  { cells, order, lostBy }: NotebookState,
  { variables }: EndedRun,
): Pick<NotebookState, 'variables' | 'lostBy'> {
  const isMissing = order.some((id) => {
    const { cell, isCurrent } = cells[id]!;
    return id !== lostBy && cell.kind === 'code' && cell.lastRun !== null && !isCurrent;
  });
  return { variables, lostBy: isMissing ? lostBy : null };
}

/** The notebook when another kernel comes up and nothing runs that could have cost the one before. */
function lostWhileIdle(state: NotebookState): Partial<NotebookState> {
  const cells = state.order.map((id) => state.cells[id]!);
  const isRunning = cells.some(({ phase }) => phase.kind === 'running');
  const numberOf = ({ cell }: CellState): number => (cell.kind === 'code' ? (cell.lastRun?.number ?? 0) : 0);
  const [latest] = cells.filter(({ isCurrent }) => isCurrent).sort((a, b) => numberOf(b) - numberOf(a));
  return isRunning || latest === undefined ? {} : forgotten(state, latest.cell.id);
}

/** The notebook when its variables are gone: what ran before tells no more of what is there. */
function forgotten(
  { cells }: NotebookState,
  lostBy: string | null,
): Pick<NotebookState, 'cells' | 'variables' | 'lostBy'> {
  const forgetting = Object.entries(cells).map(([id, cell]) => [id, { ...cell, isCurrent: false }] as const);
  return { cells: Object.fromEntries(forgetting), variables: [], lostBy };
}
