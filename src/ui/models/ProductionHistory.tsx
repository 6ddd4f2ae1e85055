import type { StageEvent } from '../../core/registry/stage-history.ts';
import { productionSpans, rollbackTarget } from '../../lab/models/production-spans.ts';
import type { VersionWithRun } from '../../lab/models/read-models.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { modelsTexts } from './models-texts.ts';
import { ProductionTimeline } from './ProductionTimeline.tsx';
import { StageEvents } from './StageEvents.tsx';

/** Who was in Production and when, the way back to the one before, and every change of stage. */
export function ProductionHistory({
  name,
  history,
  versions,
}: {
  readonly name: string;
  readonly history: readonly StageEvent[];
  readonly versions: readonly VersionWithRun[];
}) {
  const texts = useMessages(modelsTexts);
  const spans = productionSpans(history);
  const existing = versions.map(({ version }) => version.version);
  const target = rollbackTarget(history, existing);
  const rollback = useLabAction(['models', 'serving'], async ({ engine, api }, version: number) => {
    await new api.MlflowClient().transitionModelVersionStage({
      ...{ name, version, stage: 'Production', archiveExistingVersions: true },
      reason: texts.rollbackReason(String(version)),
    });
    await engine.api.checkModel();
    announce(texts.moved(String(version), 'Production'));
  });
  return (
    <section className="section">
      <div className="section-head">
        <h2>{texts.history}</h2>
        {target !== null && (
          <button
            type="button"
            className="plain"
            disabled={rollback.isPending}
            onClick={() => rollback.mutate(target)}
          >
            {texts.rollback(String(target))}
          </button>
        )}
      </div>
      <ErrorNotice error={rollback.error} />
      {spans.length === 0 ? (
        <p className="hint">{texts.historyNone}</p>
      ) : (
        <ProductionTimeline spans={spans} />
      )}
      <StageEvents history={history} />
    </section>
  );
}
