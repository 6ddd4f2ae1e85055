import { useQuery } from '@tanstack/react-query';
import type { Cell } from '../../../notebook/document/notebook.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { StaticCode } from '../editor/StaticCode.tsx';
import { useNotebook, useViewState } from '../notebook-context.ts';
import { stationTexts } from '../station-texts.ts';
import { useShortTimes } from '../use-short-times.ts';
import { ViewDialog } from './ViewDialog.tsx';

/** Cells that were taken out, last first; any of them comes back at the end of the notebook. */
export function DeletedCellsDialog() {
  const texts = useMessages(stationTexts);
  const isOpen = useViewState(({ dialog }) => dialog === 'deleted');
  return (
    <ViewDialog name="deleted" title={texts.deletedCellsTitle}>
      {isOpen && <DeletedCells />}
    </ViewDialog>
  );
}

function DeletedCells() {
  const texts = useMessages(stationTexts);
  const times = useShortTimes();
  const { session, view } = useNotebook();
  const { data: deleted } = useQuery({
    queryKey: ['deleted-cells', session.state.getState().id],
    queryFn: () => session.deletedCells(),
    gcTime: 0,
  });
  const bringBack = (cell: Cell): void => {
    session.bringBack(session.state.getState().order.length, cell);
    view.open(null);
    view.activate(cell.id);
  };
  if (deleted === undefined) return null;
  if (deleted.length === 0) return <p>{texts.noDeletedCells}</p>;
  return (
    <ul className="deleted-cells">
      {deleted.map(({ cell, deletedAt }) => (
        <li key={cell.id}>
          <div className="section-head">
            <span className="hint">{times.moment(deletedAt)}</span>
            <button type="button" className="quiet" onClick={() => bringBack(cell)}>
              {texts.bringBack}
            </button>
          </div>
          <div className="version-text">
            <StaticCode source={cell.source} language={cell.kind === 'code' ? 'typescript' : 'markdown'} />
          </div>
        </li>
      ))}
    </ul>
  );
}
