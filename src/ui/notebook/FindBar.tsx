import { useEffect, useMemo, useRef, useState } from 'react';
import { findInNotebook, type Match } from '../../lab/notebook/find-in-notebook.ts';
import { cellsInOrder } from '../../lab/notebook/notebook-state.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useNotebook, useNotebookState, useViewState } from './notebook-context.ts';
import { Icon } from './parts/Icon.tsx';
import { stationTexts } from './station-texts.ts';
import { useMatchMarks } from './use-match-marks.ts';

/** Finds a text in all cells; Enter goes on, Shift+Enter goes back, Esc closes. */
export function FindBar() {
  const isFinding = useViewState((state) => state.isFinding);
  return isFinding ? <OpenFindBar /> : null;
}

function OpenFindBar() {
  const texts = useMessages(stationTexts);
  const { view } = useNotebook();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const order = useNotebookState((state) => state.order);
  const cells = useNotebookState((state) => state.cells);
  const matches = useMemo(
    () =>
      findInNotebook(
        cellsInOrder({ order, cells }).map(({ cell }) => cell),
        text,
      ),
    [order, cells, text],
  );
  const current = matches[at % Math.max(matches.length, 1)] ?? null;
  useMatchMarks(matches, current);
  useEffect(() => field.current?.focus(), []);
  const go = (step: number): void => setAt((at + step + matches.length) % Math.max(matches.length, 1));
  const close = (): void => {
    view.find(false);
    const target = current?.cellId ?? view.state.getState().activeId ?? order[0];
    if (target !== undefined) view.activate(target);
  };
  return (
    <search className="find-bar">
      <label>
        <span className="visually-hidden">{texts.findLabel}</span>
        <input
          ref={field}
          type="search"
          placeholder={texts.findLabel}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
            if (event.key === 'Escape') close();
          }}
        />
      </label>
      <span className="find-count" role="status">
        {text !== '' &&
          texts.findCount(current === null ? 0 : matches.indexOf(current as Match) + 1, matches.length)}
      </span>
      <button type="button" className="icon-button" aria-label={texts.findPrevious} onClick={() => go(-1)}>
        <Icon name="up" />
      </button>
      <button type="button" className="icon-button" aria-label={texts.findNext} onClick={() => go(1)}>
        <Icon name="down" />
      </button>
      <button type="button" className="icon-button" aria-label={texts.close} onClick={close}>
        <Icon name="close" />
      </button>
    </search>
  );
}
