import { useMessages } from '../../i18n/use-messages.ts';
import { useNotebook, useNotebookState } from '../notebook-context.ts';
import { notebookTexts } from '../notebook-texts.ts';

/** Under the cell whose hard stop took the variables, or after which they went: what happened, and how to have them again. */
export function StateLostNotice({ cellId }: { readonly cellId: string }) {
  const texts = useMessages(notebookTexts);
  const { session } = useNotebook();
  const isLost = useNotebookState(({ lostBy }) => lostBy === cellId);
  const wasIdle = useNotebookState(({ cells }) => {
    const cell = cells[cellId]?.cell;
    return cell?.kind === 'code' && cell.lastRun?.stoppedBy === undefined;
  });
  if (!isLost) return null;
  return (
    <div className="notice cell-notice" data-kind="caution" role="status">
      <strong>{texts.stateLost}</strong>
      <span>{wasIdle ? texts.stateLostIdle : texts.stateLostWhy}</span>
      <div className="actions">
        <button type="button" className="plain" onClick={() => void session.runAllFromClean()}>
          {texts.runAllClean}
        </button>
      </div>
    </div>
  );
}
