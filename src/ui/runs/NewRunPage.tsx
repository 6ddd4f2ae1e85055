import { checkSpecification } from '../../lab/runs/check-specification.ts';
import { codeOfRun } from '../../lab/runs/code-of-run.ts';
import { readChoices } from '../../lab/runs/run-choices.ts';
import { readDraft } from '../../lab/runs/run-draft.ts';
import { readTrainingSet } from '../../lab/runs/training-set.ts';
import type { Workspace } from '../../lab/workspace/workspace.ts';
import { useAddressParams } from '../address-params.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { EmptyRuns } from './EmptyRuns.tsx';
import { newRunTexts } from './new-run-texts.ts';
import { RunCode } from './RunCode.tsx';
import { RunForm } from './RunForm.tsx';
import { TrainingPanel } from './TrainingPanel.tsx';

/** A new run: its form, kept in the address, and the equal code beside it. */
export function NewRunPage() {
  const texts = useMessages(newRunTexts);
  const { params } = useAddressParams();
  const { data: choices, error } = useLab(['data', 'features'], ['runs', 'choices'], readChoices);
  const specification = choices === undefined ? undefined : readDraft((field) => params.get(field), choices);
  const source = specification && { asOf: specification.asOf, features: specification.features };
  const preview = useLab(['data', 'features'], ['runs', 'preview', source], (lab) =>
    source === undefined || source.asOf === '' || source.features.length === 0
      ? null
      : previewOf(lab, source),
  );
  const isReady = choices !== undefined && choices.months.length > 0 && choices.features.length > 0;
  return (
    <div className="page">
      <header className="page-head">
        <p>
          <a href="#/runs">← {texts.backToRuns}</a>
        </p>
        <h1>{texts.newRun}</h1>
        <p>{texts.newLead}</p>
      </header>
      <ErrorNotice error={error} />
      <TrainingPanel />
      {choices !== undefined && !isReady && (
        <>
          <p className="notice">{choices.months.length === 0 ? texts.needsData : texts.needsViews}</p>
          <EmptyRuns />
        </>
      )}
      {isReady && specification !== undefined && (
        <div className="run-desk">
          <RunForm
            choices={choices}
            specification={specification}
            problems={checkSpecification(specification)}
            preview={preview.data ?? null}
            previewError={preview.error}
          />
          {preview.data && <RunCode code={codeOfRun(specification, preview.data.plan)} />}
        </div>
      )}
    </div>
  );
}

async function previewOf(
  { api }: Workspace,
  source: { readonly asOf: string; readonly features: readonly string[] },
) {
  const { labels, plan } = await readTrainingSet(api, source);
  return { nRows: labels.length, share: labels.reduce((sum, y) => sum + y, 0) / labels.length, plan };
}
