import type { CellStatus } from '../../../lab/notebook/cell-status.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useCell, useNotebook } from '../notebook-context.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { Icon } from '../parts/Icon.tsx';

/** Runs the cell, or stops it while it runs; beside it the number of its last run. */
export function RunButton({
  cellId,
  position,
  status,
}: {
  readonly cellId: string;
  readonly position: number;
  readonly status: CellStatus;
}) {
  const texts = useMessages(notebookTexts);
  const { session } = useNotebook();
  const cellState = useCell(cellId);
  const lastRun = cellState?.cell.kind === 'code' ? cellState.cell.lastRun : null;
  const isBusy = status === 'running' || status === 'queued';
  return (
    <>
      <button
        type="button"
        className="run-button"
        data-busy={isBusy}
        aria-label={isBusy ? texts.stopCell(position) : texts.runCell(position)}
        title={isBusy ? texts.stopKeys : texts.runKeys}
        onClick={() => void (isBusy ? session.stop() : session.run([cellId]))}
      >
        <Icon name={isBusy ? 'stop' : 'run'} />
      </button>
      {lastRun !== null && (
        <span
          className="run-number figure"
          data-current={cellState?.isCurrent}
          title={cellState?.isCurrent ? texts.runNumber(lastRun.number) : texts.runEarlier(lastRun.number)}
        >
          [{lastRun.number}]
        </span>
      )}
    </>
  );
}
