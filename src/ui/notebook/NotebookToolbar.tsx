import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../i18n/use-messages.ts';
import { KernelState } from './KernelState.tsx';
import { NotebookMenu } from './NotebookMenu.tsx';
import { undo } from './notebook-commands.ts';
import { useNotebook, useNotebookState } from './notebook-context.ts';
import { notebookTexts } from './notebook-texts.ts';
import { Icon } from './parts/Icon.tsx';
import { SavingState } from './SavingState.tsx';
import { stationTexts } from './station-texts.ts';

/** Title, and what acts on the whole notebook. Stop is always at the same place. */
export function NotebookToolbar() {
  const texts = useMessages(notebookTexts);
  const station = useMessages(stationTexts);
  const notebook = useNotebook();
  const { session, view } = notebook;
  const isRunning = useNotebookState(({ cells }) =>
    Object.values(cells).some(({ phase }) => phase.kind !== 'none'),
  );
  const undoable = useNotebookState((state) => state.undoable);
  return (
    <header className="notebook-head">
      <div className="notebook-title">
        <Link href="/notebook" className="back-link">
          {station.back}
        </Link>
        <NotebookTitle />
        <SavingState />
      </div>
      <div className="notebook-tools" role="toolbar" aria-label={station.tools}>
        <button type="button" className="primary" onClick={() => void session.runAll()}>
          <Icon name="run" /> {texts.runAll}
        </button>
        <button
          type="button"
          className="plain stop"
          disabled={!isRunning}
          onClick={() => void session.stop()}
        >
          <Icon name="stop" /> {texts.stop}
        </button>
        <button
          type="button"
          className="plain"
          title={texts.runAllCleanWhy}
          onClick={() => void session.runAllFromClean()}
        >
          {texts.runAllClean}
        </button>
        <KernelState />
        <span className="bar-space" />
        <button
          type="button"
          className="icon-button"
          disabled={undoable === null}
          aria-label={undoable === null ? texts.undo : station.undoChange(station[`change-${undoable}`])}
          title={undoable === null ? texts.undo : station.undoChange(station[`change-${undoable}`])}
          onClick={() => undo(notebook)}
        >
          <Icon name="undo" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={texts.find}
          title={`${texts.find} (/)`}
          onClick={() => view.find(true)}
        >
          <Icon name="find" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={texts.keys}
          title={`${texts.keys} (?)`}
          onClick={() => view.open('keys')}
        >
          ?
        </button>
        <NotebookMenu />
      </div>
    </header>
  );
}

function NotebookTitle() {
  const station = useMessages(stationTexts);
  const { session } = useNotebook();
  const title = useNotebookState((state) => state.title);
  const [draft, setDraft] = useState<string | null>(null);
  const keep = (): void => {
    if (draft !== null && draft.trim() !== '') session.rename(draft.trim());
    setDraft(null);
  };
  return (
    <>
      <h1 className="visually-hidden">{title}</h1>
      <input
        className="title-field"
        aria-label={station.nameOf}
        value={draft ?? title}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
    </>
  );
}
