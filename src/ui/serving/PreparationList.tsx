import { useState } from 'react';
import type { Progress, TaskOptions } from '../../core/task.ts';
import { PREPARATION, type PreparationStep, type ServingState } from '../../lab/serving/read-serving.ts';
import { takeStep } from '../../lab/serving/take-step.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { ProgressLine } from '../parts/ProgressLine.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { servingTexts } from './serving-texts.ts';

/** What the API needs, in order; the first step that is missing can be done right here. */
export function PreparationList({ done }: { readonly done: ServingState['done'] }) {
  const texts = useMessages(servingTexts);
  const next = PREPARATION.find((step) => !done[step]);
  return (
    <div className="preparation">
      <h3>{texts.prepare}</h3>
      <ol>
        {PREPARATION.map((step) => (
          <li key={step} data-done={done[step]}>
            <span className="preparation-name">
              {texts[`step${step}`]}
              {done[step] && <span className="preparation-mark"> ✓ {texts.prepared}</span>}
            </span>
            {!done[step] && <span className="hint">{texts[`step${step}Why`]}</span>}
            {step === next && <StepButton step={step} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

function StepButton({ step }: { readonly step: PreparationStep }) {
  const texts = useMessages(servingTexts);
  const [progress, setProgress] = useState<Progress | null>(null);
  const take = useLabAction(
    ['data', 'clock', 'features', 'runs', 'models', 'serving'],
    async (workspace, options: TaskOptions) => {
      await takeStep(workspace, step, options);
      announce(texts.doneStep(texts[`step${step}`]));
    },
  );
  return (
    <>
      {take.isPending ? (
        <ProgressLine label={texts.working} progress={progress} />
      ) : (
        <div className="actions">
          <button type="button" className="primary" onClick={() => take.mutate({ onProgress: setProgress })}>
            {texts[`do${step}`]}
          </button>
        </div>
      )}
      <ErrorNotice error={take.error} />
    </>
  );
}
