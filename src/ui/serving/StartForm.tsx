import { type FormEvent, useState } from 'react';
import type { StartOptions } from '../../core/serving/serving-options.ts';
import type { ServingState } from '../../lab/serving/read-serving.ts';
import { explainUri, listModelUris, suggestFeatures } from '../../lab/serving/start-choices.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab, useLabAction } from '../workspace-queries.ts';
import { FeaturePicker } from './FeaturePicker.tsx';
import { PolicyFields } from './PolicyFields.tsx';
import { type Policies, policiesOf, toOptions } from './policies.ts';
import { servingTexts } from './serving-texts.ts';
import { UriField } from './UriField.tsx';

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
    start.mutate({ modelUri: uri, features, ...toOptions(policies) }, { onSuccess: onStarted });
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
