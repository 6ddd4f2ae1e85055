import { type FormEvent, useState } from 'react';
import type { OnMissing, OnStale, StartOptions } from '../../core/serving/serving-options.ts';
import type { ServingState } from '../../lab/serving/read-serving.ts';
import {
  explainUri,
  listModelUris,
  suggestFeatures,
  USUAL_STALE_AFTER,
} from '../../lab/serving/start-choices.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab, useLabAction } from '../workspace-queries.ts';
import { FeaturePicker } from './FeaturePicker.tsx';
import { PolicyFields } from './PolicyFields.tsx';
import { servingTexts } from './serving-texts.ts';
import { UriField } from './UriField.tsx';

const DAY_MS = 86_400_000;

/** The policies as the form holds them; days as they are typed. */
export interface Policies {
  readonly onMissing: OnMissing;
  readonly onStale: OnStale;
  readonly staleAfterDays: string;
  readonly strictTtl: boolean;
}

/** How to start the API: the model URI with what it means now, the features, the policies. */
export function StartForm({
  state,
  onStarted,
}: {
  readonly state: ServingState;
  readonly onStarted: () => void;
}) {
  const texts = useMessages(servingTexts);
  const { options } = state.status;
  const [typedUri, setTypedUri] = useState(options?.modelUri ?? null);
  const [chosen, setChosen] = useState<readonly string[] | null>(options?.features ?? null);
  const [policies, setPolicies] = useState<Policies>(() => policiesOf(options));
  const { data: uris = [] } = useLab(['models'], ['model-uris'], listModelUris);
  const uri = typedUri ?? uris[0] ?? '';
  const { data: meaning } = useLab(['models'], ['uri-meaning', uri], (workspace) =>
    explainUri(workspace, uri),
  );
  const suggested = suggestFeatures(state.views, meaning?.inputs ?? null);
  const features = chosen ?? suggested;
  const start = useLabAction(['serving'], async ({ engine }, wanted: StartOptions) => {
    const { model } = await engine.api.start(wanted);
    announce(model === null ? texts.startedWithout : texts.started(model.version));
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { staleAfterDays, ...rest } = policies;
    const staleAfter = staleAfterDays === '' ? null : Number(staleAfterDays) * DAY_MS;
    start.mutate({ modelUri: uri, features, ...rest, staleAfter }, { onSuccess: onStarted });
  };
  return (
    <form className="start-form" onSubmit={submit} aria-label={texts.startTitle}>
      <UriField uri={uri} uris={uris} meaning={meaning} onChange={setTypedUri} />
      <FeaturePicker views={state.views} chosen={features} suggested={suggested} onChange={setChosen} />
      <PolicyFields policies={policies} onChange={setPolicies} />
      <ErrorNotice error={start.error} />
      <div className="actions">
        <button type="submit" className="primary" disabled={start.isPending}>
          {state.status.state === 'stopped' ? texts.start : texts.startAgain}
        </button>
      </div>
    </form>
  );
}

function policiesOf(options: ServingState['status']['options']): Policies {
  const staleAfter = options === null ? USUAL_STALE_AFTER : options.staleAfter;
  return {
    onMissing: options?.onMissing ?? 'reject',
    onStale: options?.onStale ?? 'warn',
    staleAfterDays: staleAfter === null ? '' : String(staleAfter / DAY_MS),
    strictTtl: options?.strictTtl ?? false,
  };
}
