import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../../../lab/session/session.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { StaticCode } from '../editor/StaticCode.tsx';
import { useCell, useNotebook, useViewState } from '../notebook-context.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { stationTexts } from '../station-texts.ts';
import { useShortTimes } from '../use-short-times.ts';
import { ViewDialog } from './ViewDialog.tsx';

/** The kept texts of the active cell, one of them at a time, with the way back to it. */
export function VersionsDialog() {
  const texts = useMessages(stationTexts);
  const cellId = useViewState(({ dialog, activeId }) => (dialog === 'versions' ? activeId : null));
  return (
    <ViewDialog name="versions" title={texts.versionsTitle}>
      {cellId !== null && <Versions key={cellId} cellId={cellId} />}
    </ViewDialog>
  );
}

function Versions({ cellId }: { readonly cellId: string }) {
  const texts = useMessages(stationTexts);
  const names = useMessages(notebookTexts);
  const times = useShortTimes();
  const { session, view } = useNotebook();
  const cell = useCell(cellId)?.cell;
  const { data: versions } = useQuery({
    queryKey: ['cell-versions', cellId],
    queryFn: () => session.versions(cellId),
    // Asked anew each time the dialog opens.
    gcTime: 0,
  });
  const [chosen, setChosen] = useState(0);
  const version = versions?.[chosen];
  if (versions === undefined || cell === undefined) return null;
  if (version === undefined) return <p>{texts.noVersions}</p>;
  const restore = (): void => {
    session.leave(cellId);
    session.edit(cellId, version.source);
    session.leave(cellId);
    view.open(null);
    view.activate(cellId);
    announce(names.undo);
  };
  return (
    <>
      <label className="field">
        <span>{texts.versionsTitle}</span>
        <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
          {versions.map(({ number, keptAt, source }, position) => (
            <option key={number} value={position}>
              {times.moment(keptAt)} {source === cell.source ? `(${texts.versionNow})` : ''}
            </option>
          ))}
        </select>
      </label>
      <div className="version-text">
        <StaticCode source={version.source} language={cell.kind === 'code' ? 'typescript' : 'markdown'} />
      </div>
      <div className="actions">
        <button type="button" className="primary" disabled={version.source === cell.source} onClick={restore}>
          {texts.restoreVersion}
        </button>
      </div>
    </>
  );
}
