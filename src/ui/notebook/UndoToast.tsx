import { useEffect, useState } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { undo } from './notebook-commands.ts';
import { useNotebook, useNotebookState } from './notebook-context.ts';
import { notebookTexts } from './notebook-texts.ts';
import { stationTexts } from './station-texts.ts';

const SHOWN_MS = 8000;

/** After a cell was deleted: says so for a while, with the way back. */
export function UndoToast() {
  const texts = useMessages(notebookTexts);
  const station = useMessages(stationTexts);
  const notebook = useNotebook();
  const order = useNotebookState((state) => state.order);
  const isDeletion = useNotebookState(({ undoable }) => undoable === 'delete' || undoable === 'cut');
  const [shownFor, setShownFor] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (!isDeletion) return;
    setShownFor(order);
    const gone = setTimeout(() => setShownFor(null), SHOWN_MS);
    return () => clearTimeout(gone);
  }, [isDeletion, order]);
  if (!isDeletion || shownFor !== order) return null;
  return (
    <div className="toast" role="status">
      <span>{station.cellDeleted}</span>
      <button type="button" className="quiet" onClick={() => undo(notebook)}>
        {texts.undo} (Z)
      </button>
    </div>
  );
}
