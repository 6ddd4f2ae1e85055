import { useState } from 'react';
import type { VersionWithRun } from '../../lab/models/read-models.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { DialogForm } from '../parts/DialogForm.tsx';
import { ModalDialog } from '../parts/ModalDialog.tsx';
import { StageChip } from '../parts/StageChip.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { ComparisonTables } from './ComparisonTables.tsx';
import { modelsTexts } from './models-texts.ts';

const STAGES = ['Production', 'Staging', 'Archived', 'None'] as const;

/** Moving a version: what it is against who is in Production now, why, and what happens to the others. */
export function TransitionDialog({
  candidate,
  versions,
}: {
  readonly candidate: VersionWithRun;
  readonly versions: readonly VersionWithRun[];
}) {
  const texts = useMessages(modelsTexts);
  return (
    <ModalDialog title={texts.moveVersion(String(candidate.version.version))}>
      {(close) => <TransitionForm candidate={candidate} versions={versions} close={close} />}
    </ModalDialog>
  );
}

function TransitionForm({
  candidate,
  versions,
  close,
}: {
  readonly candidate: VersionWithRun;
  readonly versions: readonly VersionWithRun[];
  readonly close: () => void;
}) {
  const texts = useMessages(modelsTexts);
  const { name, version } = candidate.version;
  const isServing = candidate.version.currentStage === 'Production';
  const [stage, setStage] = useState<(typeof STAGES)[number]>(isServing ? 'Archived' : 'Production');
  const [archive, setArchive] = useState(true);
  const [reason, setReason] = useState('');
  const canArchive = stage === 'Production' || stage === 'Staging';
  const current = versions.find(
    (entry) => entry.version.currentStage === 'Production' && entry.version.version !== version,
  );
  const move = useLabAction(['models', 'serving'], async ({ engine, api }) => {
    const archiveExistingVersions = canArchive && archive;
    await new api.MlflowClient().transitionModelVersionStage({
      ...{ name, version, stage, archiveExistingVersions },
      reason: reason.trim(),
    });
    await engine.api.checkModel();
    announce(texts.moved(String(version), stage));
  });
  return (
    <DialogForm action={move} confirm={texts.promote(String(version), stage)} close={close}>
      <fieldset className="stage-choice">
        <legend>{texts.target}</legend>
        {STAGES.filter((choice) => choice !== candidate.version.currentStage).map((choice) => (
          <label key={choice}>
            <input type="radio" name="stage" checked={stage === choice} onChange={() => setStage(choice)} />
            <StageChip stage={choice} />
          </label>
        ))}
      </fieldset>
      {stage === 'Production' &&
        (current === undefined ? (
          <p>{texts.nobody}</p>
        ) : (
          <>
            <h3>{texts.againstProduction(String(current.version.version))}</h3>
            <ComparisonTables first={candidate} second={current} />
          </>
        ))}
      <label className="check">
        <input
          type="checkbox"
          checked={canArchive && archive}
          disabled={!canArchive}
          onChange={(event) => setArchive(event.target.checked)}
        />
        <span>
          {texts.archive} <span className="hint">{canArchive ? texts.archiveWhy : texts.noArchive}</span>
        </span>
      </label>
      <label className="field">
        <span>{texts.reason}</span>
        <input
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          pattern=".*\S.*"
          title={texts.reasonNeeded}
        />
        <span className="hint">{texts.reasonHint}</span>
      </label>
      {stage === 'Production' && <p className="hint">{texts.apiKeeps}</p>}
    </DialogForm>
  );
}
