import type { RunDetails } from '../../lab/runs/read-run.ts';
import { announce } from '../../lab/session/session.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { StageChip } from '../parts/StageChip.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { RegisterModel } from './RegisterModel.tsx';
import { RunMark } from './RunMark.tsx';
import { RunStatus } from './RunStatus.tsx';
import { runTexts } from './run-texts.ts';

/** A run's name, state and versions; deleting it, which can be taken back here for as long as one likes. */
export function RunHeading({ details }: { readonly details: RunDetails }) {
  const texts = useMessages(runTexts);
  const formats = useFormats();
  const { run, versions, hasModel } = details;
  const { runId, runName, status, startTime, lifecycleStage } = run.info;
  const isDeleted = lifecycleStage === 'deleted';
  const remove = useLabAction(['runs'], async ({ engine }) => {
    await engine.tracking.client.deleteRun(runId);
    announce(texts.deletedRun(runName));
  });
  const restore = useLabAction(['runs'], async ({ engine }) => {
    await engine.tracking.client.restoreRun(runId);
    announce(texts.restored);
  });
  return (
    <>
      <div className="section-head">
        <h1 className="run-title">
          <span>
            <RunMark run={run} /> {runName}
          </span>
        </h1>
        {!isDeleted && (
          <button type="button" className="danger" onClick={() => remove.mutate()}>
            {texts.delete}
          </button>
        )}
      </div>
      <div className="run-title hint">
        <RunStatus status={status} />
        <span>{formats.instant(startTime)}</span>
        <code>{runId}</code>
      </div>
      {versions.length > 0 && (
        <div className="run-title">
          <span className="hint">{texts.registered}</span>
          {versions.map(({ name, version, stage }) => (
            <span key={`${name} ${version}`} className="run-title">
              <a href={`#/models/?model=${encodeURIComponent(name)}`}>
                {name} {version}
              </a>
              <StageChip stage={stage} />
            </span>
          ))}
        </div>
      )}
      {versions.length === 0 && hasModel && !isDeleted && <RegisterModel runId={runId} />}
      {isDeleted && (
        <div className="notice" data-kind="caution">
          <span>{texts.deleted}</span>
          <div className="actions">
            <button type="button" className="plain" onClick={() => restore.mutate()}>
              {remove.isSuccess ? texts.undo : texts.restore}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
