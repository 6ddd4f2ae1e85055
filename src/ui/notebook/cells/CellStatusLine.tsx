import type { CellStatus } from '../../../lab/notebook/cell-status.ts';
import type { CellState } from '../../../lab/notebook/notebook-state.ts';
import type { Outdated } from '../../../notebook/cell/stale-cells.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNotebook, useNotebookState } from '../notebook-context.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { useShortTimes } from '../use-short-times.ts';
import { RunningTime } from './RunningTime.tsx';

/** Shape and word first, colour second. */
const MARKS: Readonly<Record<CellStatus, string>> = {
  ...{ idle: '', queued: '◦', running: '', edited: '✎' },
  ...{ stale: '◷', ok: '✓', error: '✕', stopped: '■' },
};

/** How a code cell stands, in words, with its time; says what to do where its result no longer holds. */
export function CellStatusLine({
  cellState,
  status,
  outdated,
}: {
  readonly cellState: CellState;
  readonly status: CellStatus;
  readonly outdated: Outdated | null;
}) {
  const texts = useMessages(notebookTexts);
  const times = useShortTimes();
  const { session } = useNotebook();
  const { cell, phase } = cellState;
  const isUnsaved = useNotebookState(({ saving }) => saving.unsaved.includes(cell.id));
  const lastRun = cell.kind === 'code' ? cell.lastRun : null;
  if (status === 'idle') return <div className="cell-status">{isUnsaved && <Unsaved />}</div>;
  return (
    <div className="cell-status" data-status={status}>
      {phase.kind === 'running' ? (
        <RunningTime startedAt={phase.startedAt} />
      ) : (
        <span className="cell-state">
          <span aria-hidden="true">{MARKS[status]}</span> {texts[status]}
        </span>
      )}
      {phase.kind === 'none' && lastRun !== null && (
        <span className="figure">
          {times.span(lastRun.durationMs)} · {times.clock(lastRun.startedAt)}
        </span>
      )}
      {status === 'stopped' && lastRun?.stoppedBy !== undefined && (
        <span>{texts[`stoppedBy-${lastRun.stoppedBy}`]}</span>
      )}
      {(status === 'stale' || status === 'edited') && (
        <>
          <span>
            {outdated?.kind === 'stale' ? texts.staleWhy(outdated.because.join(', ')) : texts.editedWhy}
          </span>
          <button type="button" className="quiet" onClick={() => void session.run([cell.id])}>
            {texts.runAgain}
          </button>
        </>
      )}
      {isUnsaved && <Unsaved />}
    </div>
  );
}

function Unsaved() {
  const texts = useMessages(notebookTexts);
  return <span className="unsaved">{texts.savingNow}</span>;
}
