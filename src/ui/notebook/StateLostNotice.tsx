import { useMessages } from '../i18n/use-messages.ts';
import { useNotebook, useNotebookState } from './notebook-context.ts';
import { notebookTexts } from './notebook-texts.ts';
import { stationTexts } from './station-texts.ts';

/** Says that a hard stop took the variables, and how to have them again. Gone once nothing is missing. */
export function StateLostNotice() {
  const texts = useMessages(notebookTexts);
  const station = useMessages(stationTexts);
  const { session } = useNotebook();
  const isLost = useNotebookState(
    ({ isStateLost, cells, order }) =>
      isStateLost &&
      order.some((id) => {
        const { cell, isCurrent } = cells[id]!;
        return cell.kind === 'code' && cell.lastRun !== null && !isCurrent;
      }),
  );
  if (!isLost) return null;
  return (
    <div className="notice" data-kind="caution" role="status">
      <strong>{station.stateLost}</strong>
      <span>{station.stateLostWhy}</span>
      <div className="actions">
        <button type="button" className="plain" onClick={() => void session.runAllFromClean()}>
          {texts.runAllClean}
        </button>
      </div>
    </div>
  );
}
