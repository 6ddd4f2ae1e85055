import { useEffect } from 'react';
import type { NotebookSession } from '../../lab/notebook/notebook-session.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { notebookTexts } from './notebook-texts.ts';

/** Tells screen readers how a run ended. */
export function useRunAnnouncements(session: NotebookSession): void {
  const texts = useMessages(notebookTexts);
  useEffect(
    () =>
      session.state.subscribe((state, before) => {
        if (state.cells === before.cells) return;
        const ended = state.order.find(
          (id) => before.cells[id]?.phase.kind === 'running' && state.cells[id]?.phase.kind === 'none',
        );
        const cell = ended === undefined ? undefined : state.cells[ended]?.cell;
        if (cell?.kind !== 'code' || cell.lastRun === null) return;
        const name = texts.cellNumber(state.order.indexOf(cell.id) + 1);
        announce(texts.ended(name, texts[cell.lastRun.end]));
      }),
    [session, texts],
  );
}
