import { useStore } from 'zustand';
import type { FieldProblem } from '../../lab/runs/check-specification.ts';
import type { RunChoices } from '../../lab/runs/run-draft.ts';
import type { RunSpecification } from '../../lab/runs/run-specification.ts';
import { startTraining, training } from '../../lab/runs/training-session.ts';
import { announce } from '../../lab/session/session.ts';
import { navigate } from '../address.ts';
import { useAddressParams } from '../address-params.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { EstimatorFields } from './EstimatorFields.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { newRunTexts } from './new-run-texts.ts';
import { RunFeatures } from './RunFeatures.tsx';
import { RunField } from './RunField.tsx';

/** The form of one run. Every field is kept in the address; the course's setting stands where nothing was entered. */
export function RunForm({
  choices,
  specification,
  problems,
  preview,
  previewError,
}: {
  readonly choices: RunChoices;
  readonly specification: RunSpecification;
  readonly problems: readonly FieldProblem[];
  readonly preview: { readonly nRows: number; readonly share: number } | null;
  readonly previewError: unknown;
}) {
  const texts = useMessages(newRunTexts);
  const formats = useFormats();
  const { params, change } = useAddressParams();
  const isRunning = useStore(training, ({ status }) => status === 'running');
  const set = (field: string, text: string) => change({ [field]: text }, { replace: true });
  const textOf = (field: string, value: string | number) => params.get(field) ?? String(value);
  const problemOf = (field: string) => problems.find((problem) => problem.field === field) ?? null;
  const train = useLabAction(['runs'], async () => {
    const runId = await startTraining(specification);
    if (runId === null) return;
    announce(texts.trained(specification.runName));
    navigate(`/runs/${runId}`);
  });
  return (
    <form
      className="run-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        document.getElementById('main')?.scrollIntoView({ block: 'start' });
        train.mutate();
      }}
    >
      <fieldset>
        <legend>{texts.whatToLearn}</legend>
        <div className="run-fields">
          <FieldFrame label={texts.asOf} hint={texts.asOfHint}>
            {(ids) => (
              <select
                {...ids}
                value={specification.asOf}
                onChange={(event) => set('asOf', event.target.value)}
              >
                {choices.months.map((month) => (
                  <option key={month} value={month}>
                    {month}
                  </option>
                ))}
              </select>
            )}
          </FieldFrame>
        </div>
        <RunFeatures
          all={choices.features}
          chosen={specification.features}
          problem={problemOf('features')}
          onChange={(features) => set('features', features.join(','))}
        />
        {previewError ? (
          <ErrorNotice error={previewError} />
        ) : (
          <p className="hint" role="status">
            {preview === null
              ? problemOf('features') === null && texts.joining
              : texts.rowsFound(formats.count(preview.nRows), formats.percent(preview.share))}
          </p>
        )}
      </fieldset>
      <fieldset>
        <legend>{texts.split}</legend>
        <div className="run-fields">
          <RunField
            label={texts.testSize}
            hint={texts.testSizeHint}
            text={textOf('testSize', specification.testSize)}
            step="0.05"
            problem={problemOf('testSize')}
            onChange={(text) => set('testSize', text)}
          />
          <RunField
            label={texts.splitSeed}
            hint={texts.seedHint}
            text={textOf('splitSeed', specification.splitSeed)}
            step="1"
            problem={problemOf('splitSeed')}
            onChange={(text) => set('splitSeed', text)}
          />
        </div>
      </fieldset>
      <EstimatorFields specification={specification} problemOf={problemOf} />
      <fieldset>
        <div className="run-fields">
          <RunField
            label={texts.runName}
            hint=""
            kind="text"
            text={textOf('runName', specification.runName)}
            problem={problemOf('runName')}
            onChange={(text) => set('runName', text)}
          />
        </div>
      </fieldset>
      <ErrorNotice error={train.error} />
      <div className="actions">
        <button
          type="submit"
          className="primary"
          disabled={isRunning || problems.length > 0 || preview === null}
        >
          {texts.train}
        </button>
      </div>
    </form>
  );
}
