import { Link } from 'wouter';
import { prepareModel } from '../../lab/serving/prepare-model.ts';
import type { ServingState } from '../../lab/serving/read-serving.ts';
import { SITUATIONS, type Situation, situationsSeen } from '../../lab/serving/situations.ts';
import { announce } from '../../lab/session/session.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab, useLabAction } from '../workspace-queries.ts';
import { askTexts } from './ask-texts.ts';
import { servingTexts } from './serving-texts.ts';

/** What to produce once with one's own hands, and which of it the log shows already. */
export function SituationList({ state }: { readonly state: ServingState }) {
  const texts = useMessages(askTexts);
  const formats = useFormats();
  const { data: requests = [] } = useLab(['serving'], ['request-log'], ({ engine }) =>
    engine.requestLog.list(),
  );
  const seen = situationsSeen(requests, state);
  return (
    <details className="situations">
      <summary>
        {texts.situations} ({formats.count(seen.size)}/{formats.count(SITUATIONS.length)})
      </summary>
      <ol>
        {SITUATIONS.map((situation) => (
          <li key={situation} data-seen={seen.has(situation)}>
            <span>
              <strong>{nameOf(situation)}</strong>{' '}
              <span className="situation-mark">{seen.has(situation) ? `✓ ${texts.seen}` : texts.open}</span>
            </span>
            <span className="hint">{texts[`how${situation}`]}</span>
            {situation === 'wrong-type' && <Link href="/serving/faults">{texts.toFaults}</Link>}
            {situation === 'behind' && <PromoteAnother />}
          </li>
        ))}
      </ol>
    </details>
  );

  function nameOf(situation: Situation): string {
    if (situation === 'unknown') return texts.unknownEntity;
    return situation === 'stale' ? texts.staleNow : texts[situation];
  }
}

function PromoteAnother() {
  const texts = useMessages(askTexts);
  const serving = useMessages(servingTexts);
  const promote = useLabAction(['runs', 'models', 'serving'], async (workspace) => {
    announce(serving.promoted(String(await prepareModel(workspace))));
  });
  return (
    <span className="actions">
      <button type="button" className="plain" disabled={promote.isPending} onClick={() => promote.mutate()}>
        {promote.isPending ? serving.working : texts.promote}
      </button>
      <Link href="/models">{texts.toModels}</Link>
      <ErrorNotice error={promote.error} />
    </span>
  );
}
