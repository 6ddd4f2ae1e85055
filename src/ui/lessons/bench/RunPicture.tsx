import type { Run } from '../../../core/tracking/run.ts';
import { compareRuns } from '../../../lab/runs/compare-runs.ts';
import { LOSSES } from '../../../lab/runs/evaluation.ts';
import { type RunDetails, readRun } from '../../../lab/runs/read-run.ts';
import { listRuns } from '../../../lab/runs/search-runs.ts';
import { withCurves } from '../../../lab/runs/with-curves.ts';
import type { Workspace } from '../../../lab/workspace/workspace.ts';
import type { Picture } from '../../../notebook/lesson/picture.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { CalibrationChart } from '../../runs/CalibrationChart.tsx';
import { ComparedRows } from '../../runs/ComparedRows.tsx';
import { ImportanceChart } from '../../runs/ImportanceChart.tsx';
import { LossCurve } from '../../runs/LossCurve.tsx';
import { RunCurves } from '../../runs/RunCurves.tsx';
import { ThresholdPanel } from '../../runs/ThresholdPanel.tsx';
import { useLab } from '../../workspace-queries.ts';
import { benchTexts } from './bench-texts.ts';
import '../../runs/runs.css';

type RunShow = Extract<Picture, { show: 'threshold' | 'curve' | 'importances' | 'compare-runs' }>;

/** A run that the lesson names, or the newest one that has what the picture shows. */
export function RunPicture({ picture }: { readonly picture: RunShow }) {
  const texts = useMessages(benchTexts);
  const name = 'run' in picture ? (picture.run ?? null) : null;
  const { data: runs, error } = useLab(['runs', 'models'], ['bench-runs', name], (lab) =>
    readRuns(lab, name),
  );
  if (runs === undefined) return <ErrorNotice error={error} />;
  if (runs.length === 0) return <p className="empty">{texts.noRun}</p>;
  return <RunDrawing picture={picture} runs={runs} />;
}

const LOG_SCORES = "await mlflow.logDict({ labels, scores }, 'evaluation/test_scores.json');";
const LOG_LOSS = "await mlflow.logMetric('loss', value, { step });";

function RunDrawing({ picture, runs }: { readonly picture: RunShow; readonly runs: readonly RunDetails[] }) {
  const texts = useMessages(benchTexts);
  const noScores = <Missing why={texts.noScores} code={LOG_SCORES} />;
  if (picture.show === 'compare-runs') {
    // A cell logs its runs within a moment of the lab's clock, so the newest ones are told apart by their names.
    const compared = runs.slice(0, MOST_COMPARED).toSorted((a, b) => compareNames(a.run, b.run));
    if (compared.length < 2) return <p className="empty">{texts.oneRun}</p>;
    const drawn = compared.map(withCurves);
    return (
      <>
        <ComparedRows runs={compared} comparison={compareRuns(compared, LOSSES)} />
        {drawn.some(({ curves }) => curves !== null) && <RunCurves runs={drawn} />}
      </>
    );
  }
  if (picture.show === 'threshold') {
    const test = runs.find((run) => run.test !== null)?.test;
    return test == null ? noScores : <ThresholdPanel test={test} />;
  }
  if (picture.show === 'importances') {
    const importances = runs.find((run) => run.importances !== null)?.importances;
    return importances == null ? (
      <Missing why={texts.noImportances} code={null} />
    ) : (
      <ImportanceChart importances={importances} />
    );
  }
  if (picture.curve === 'loss') {
    const losses = runs.find(({ histories }) => histories.loss !== undefined)?.histories.loss;
    if (losses === undefined) return <Missing why={texts.noLosses} code={LOG_LOSS} />;
    return <LossCurve losses={losses.map(({ value }) => value)} />;
  }
  const drawn = runs.map(withCurves).find(({ curves }) => curves !== null);
  if (drawn === undefined) return noScores;
  return picture.curve === 'calibration' ? (
    <CalibrationChart details={drawn} />
  ) : (
    <RunCurves runs={[drawn]} />
  );
}

/** Why there is nothing to draw though there are runs, and the line of code that would change it. */
function Missing({ why, code }: { readonly why: string; readonly code: string | null }) {
  return (
    <div className="empty">
      <p>{why}</p>
      {code !== null && (
        <p>
          <code>{code}</code>
        </p>
      )}
    </div>
  );
}

const MOST_COMPARED = 4;
const MOST_READ = 12;

function compareNames({ info: a }: Run, { info: b }: Run): number {
  return a.runName < b.runName ? -1 : Number(a.runName > b.runName);
}

/** Newest first. */
async function readRuns(workspace: Workspace, name: string | null): Promise<readonly RunDetails[]> {
  const runs = (await listRuns(workspace)).filter(({ info }) => name === null || info.runName === name);
  return Promise.all(runs.slice(0, MOST_READ).map(({ info }) => readRun(workspace, info.runId)));
}
