import type { RunDetails } from '../../lab/runs/read-run.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { CurveChart } from './CurveChart.tsx';
import { evaluationTexts } from './evaluation-texts.ts';
import { runColour } from './RunMark.tsx';

/** Whether three in ten of those who are said to leave with 30 % do leave. */
export function CalibrationChart({ details }: { readonly details: RunDetails }) {
  const texts = useMessages(evaluationTexts);
  const formats = useFormats();
  const { probTrue = [], probPred = [] } = details.curves?.calibration ?? {};
  if (probTrue.length === 0) return null;
  const gap = (i: number): number => Math.abs((probTrue[i] as number) - (probPred[i] as number));
  const farthest = probTrue.reduce((worst, _, i) => (gap(i) > gap(worst) ? i : worst), 0);
  return (
    <CurveChart
      title={texts.calibrationFinding(
        formats.percent(probPred[farthest] as number),
        formats.percent(probTrue[farthest] as number),
      )}
      summary={texts.calibrationSummary}
      xLabel={texts.predictedAxis}
      yLabel={texts.observedAxis}
      reference={{ name: texts.perfect, from: 0, to: 1 }}
      curves={[
        {
          key: details.run.info.runId,
          name: '',
          colour: runColour(details.run),
          x: probPred,
          y: probTrue,
        },
      ]}
    />
  );
}
