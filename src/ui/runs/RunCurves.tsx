import { ownMember } from '../../core/own-member.ts';
import type { RunDetails } from '../../lab/runs/read-run.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { CurveChart, type NamedCurve } from './CurveChart.tsx';
import { evaluationTexts } from './evaluation-texts.ts';
import { runColour } from './RunMark.tsx';

/** ROC and precision-recall curves of one run, or of several over each other. */
export function RunCurves({ runs }: { readonly runs: readonly RunDetails[] }) {
  const texts = useMessages(evaluationTexts);
  const formats = useFormats();
  const drawn = runs.filter(({ curves, test }) => curves !== null && test !== null);
  const [first] = drawn;
  if (first === undefined) return null;
  const names = drawn.map(({ run }) => run.info.runName).join(', ');
  const metricOf = ({ run }: RunDetails, name: string): number =>
    ownMember(run.data.metrics, name) ?? Number.NaN;
  const score = (details: RunDetails, name: string): string => formats.number(metricOf(details, name));
  const bestBy = (name: string): RunDetails =>
    drawn.reduce((best, details) => (metricOf(details, name) > metricOf(best, name) ? details : best));
  const areEqual = (name: string): boolean =>
    new Set(drawn.map((details) => metricOf(details, name))).size === 1;
  const share = shareOfLeavers(first);
  const named = (details: RunDetails, x: readonly number[], y: readonly number[]): NamedCurve => ({
    key: details.run.info.runId,
    name: drawn.length === 1 ? '' : details.run.info.runName,
    colour: runColour(details.run),
    x,
    y,
  });
  const finding = (name: 'auc' | 'average_precision', said: readonly [Said, SaidOfAll, string]): string => {
    const [best, equal, alone] = said;
    if (drawn.length === 1) return alone;
    if (areEqual(name)) return equal(score(first, name));
    const winner = bestBy(name);
    return best(winner.run.info.runName, score(winner, name));
  };
  return (
    <div className="run-pictures">
      <CurveChart
        title={finding('auc', [
          texts.rankBest,
          texts.rankEqual,
          texts.rocFinding(score(first, 'auc'), formats.percent(metricOf(first, 'auc'))),
        ])}
        summary={texts.rocSummary(names)}
        xLabel={texts.fpr}
        yLabel={texts.tpr}
        reference={{ name: texts.chance, from: 0, to: 1 }}
        curves={drawn.map((details) => {
          const { fpr = [], tpr = [] } = details.curves?.roc ?? {};
          return named(details, fpr, tpr);
        })}
      />
      <CurveChart
        title={finding('average_precision', [
          texts.findBest,
          texts.findEqual,
          texts.prFinding(score(first, 'average_precision'), formats.number(share)),
        ])}
        summary={texts.prSummary(names)}
        xLabel={texts.recallAxis}
        yLabel={texts.precisionAxis}
        isStepped
        reference={{ name: texts.chance, from: share, to: share }}
        curves={drawn.map((details) => {
          const { recall = [], precision = [] } = details.curves?.precisionRecall ?? {};
          return named(details, recall, precision);
        })}
      />
    </div>
  );
}

type Said = (name: string, score: string) => string;
type SaidOfAll = (score: string) => string;

/** The precision of calling everyone. */
function shareOfLeavers({ test }: RunDetails): number {
  const labels = test?.labels ?? [];
  return labels.reduce((sum, label) => sum + label, 0) / labels.length;
}
