import { useStore } from 'zustand';
import type { CellDecision } from '../../../lab/course/reconcile-cells.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNotebook } from '../../notebook/notebook-context.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { useOpenedLesson } from '../page/lesson-context.ts';
import { TextDiff } from './TextDiff.tsx';

/** Cells that both the student and the lesson changed, each with its choice. */
export function UpdatePanel() {
  const texts = useMessages(lessonTexts);
  const { update } = useOpenedLesson();
  const decisions = useStore(update.state, (state) => state.decisions);
  return (
    <section className="update-panel" aria-labelledby="update-title">
      <h2 id="update-title">{texts.updateTitle}</h2>
      <p>{texts.updateWhy}</p>
      {decisions.map((decision) => (
        <DecisionView key={decision.cellId} decision={decision} />
      ))}
    </section>
  );
}

function DecisionView({ decision }: { readonly decision: CellDecision }) {
  const texts = useMessages(lessonTexts);
  const { update } = useOpenedLesson();
  const { session } = useNotebook();
  const { cellId, mine, theirs, merged } = decision;
  const take = (source: string): void => {
    session.leave(cellId);
    session.edit(cellId, source);
    session.leave(cellId);
    void update.decided(cellId);
  };
  return (
    <div className="decision">
      <TextDiff
        title={texts.diffOf(cellId)}
        from={mine}
        to={theirs}
        fromName={texts.mine}
        toName={texts.theirs}
      />
      <div className="actions">
        <button type="button" className="plain" onClick={() => take(mine)}>
          {texts.keepMine}
        </button>
        <button type="button" className="plain" onClick={() => take(theirs)}>
          {texts.takeNew}
        </button>
        {merged !== null && (
          <button type="button" className="primary" onClick={() => take(merged)}>
            {texts.takeMerged}
          </button>
        )}
      </div>
    </div>
  );
}
