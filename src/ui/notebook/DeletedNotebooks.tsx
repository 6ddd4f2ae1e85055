import type { NotebookSummary } from '../../notebook/document/notebook-store.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useNotebookAction } from './notebook-queries.ts';
import { stationTexts } from './station-texts.ts';
import { useShortTimes } from './use-short-times.ts';

/** Notebooks that were deleted and are still kept. */
export function DeletedNotebooks({
  notebooks,
  onRestore,
}: {
  readonly notebooks: readonly NotebookSummary[];
  readonly onRestore: (id: string) => void;
}) {
  const texts = useMessages(stationTexts);
  const times = useShortTimes();
  const erase = useNotebookAction((store, id: string) => store.eraseNotebook(id));
  return (
    <details className="deleted-notebooks">
      <summary>{texts.deletedOnes(notebooks.length)}</summary>
      <ul className="notebook-list">
        {notebooks.map(({ id, title, nCells, deletedAt }) => (
          <li key={id} className="notebook-item">
            <span>{title}</span>
            <span className="hint">
              {texts.nCells(nCells)} · {times.moment(deletedAt ?? 0)}
            </span>
            <span className="actions">
              <button type="button" className="quiet" onClick={() => onRestore(id)}>
                {texts.restore}
              </button>
              <button type="button" className="quiet" onClick={() => erase.mutate(id)}>
                {texts.erase}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
