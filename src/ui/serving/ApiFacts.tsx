import type { ApiStatus } from '../../core/serving/api.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { StageChip } from '../parts/StageChip.tsx';
import { useLab } from '../workspace-queries.ts';
import { servingTexts } from './serving-texts.ts';

/** How the API was started, and the stage that its model's version has by now. */
export function ApiFacts({ status }: { readonly status: ApiStatus }) {
  const texts = useMessages(servingTexts);
  const formats = useFormats();
  const { model, options, startedAt } = status;
  const { data: stage } = useLab(
    ['models', 'serving'],
    ['served-stage', model?.name, model?.version],
    async ({ engine }) =>
      model === null || model.version === ''
        ? null
        : (await engine.registry.getModelVersion(model.name, Number(model.version))).currentStage,
  );
  if (options === null) return null;
  return (
    <dl className="facts">
      <div>
        <dt>{texts.uri}</dt>
        <dd>
          <code>{options.modelUri}</code>
        </dd>
      </div>
      {model !== null && startedAt !== null && (
        <div>
          <dt>{texts.loadedAt}</dt>
          <dd>{formats.instant(startedAt)}</dd>
        </div>
      )}
      {stage && (
        <div>
          <dt>{texts.stageNow}</dt>
          <dd>
            <StageChip stage={stage} />
          </dd>
        </div>
      )}
      <div>
        <dt>{texts.policies}</dt>
        <dd>
          <code>
            {options.onMissing} / {options.onStale}
          </code>
        </dd>
      </div>
      <div>
        <dt>{texts.staleLimit}</dt>
        <dd>
          {options.staleAfter === null ? texts.never : formats.duration(options.staleAfter)}
          {options.strictTtl && ', strictTtl'}
        </dd>
      </div>
      <div>
        <dt>{texts.nFeatures}</dt>
        <dd>{formats.count(options.features.length)}</dd>
      </div>
    </dl>
  );
}
