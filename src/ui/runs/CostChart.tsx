import type { CostPoint } from '../../lab/runs/at-threshold.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Chart } from '../parts/Chart.tsx';
import { CHART_STYLE } from './chart-style.ts';
import { evaluationTexts } from './evaluation-texts.ts';
import { PointTable } from './PointTable.tsx';

/** What the mistakes on the test rows cost by threshold; the one in force and the cheapest are marked. */
export function CostChart({
  line,
  best,
  threshold,
}: {
  readonly line: readonly CostPoint[];
  readonly best: CostPoint;
  readonly threshold: number;
}) {
  const texts = useMessages(evaluationTexts);
  const formats = useFormats();
  const tickFormat = (value: number): string => formats.number(value, 1);
  const half = line.find((point) => point.threshold === 0.5)?.cost ?? 0;
  const here = line.find((point) => Math.abs(point.threshold - threshold) < 0.005);
  return (
    <Chart
      title={texts.costFinding(
        formats.number(best.threshold, 2),
        formats.count(best.cost),
        formats.count(half),
      )}
      summary={texts.costSummary}
      widest={460}
      inputs={[line.map(({ cost }) => cost).join(), threshold, texts]}
      table={
        <PointTable
          heads={[texts.threshold, texts.cost]}
          rows={line.map((point) => [point.threshold, point.cost])}
        />
      }
      draw={(plot, width) =>
        plot.plot({
          width,
          height: 260,
          marginLeft: 60,
          marginBottom: 40,
          style: CHART_STYLE,
          x: {
            domain: [0, 1],
            label: texts.threshold,
            labelAnchor: 'center',
            labelArrow: 'none',
            ticks: 5,
            tickFormat,
          },
          y: {
            label: texts.cost,
            labelArrow: 'none',
            grid: true,
            zero: true,
            nice: true,
            ticks: 5,
            tickFormat,
          },
          marks: [
            plot.ruleX([threshold], { stroke: 'var(--ink)', strokeDasharray: '3 3' }),
            plot.lineY(line, { x: 'threshold', y: 'cost', stroke: 'var(--working)', strokeWidth: 2 }),
            plot.dot([best], { x: 'threshold', y: 'cost', fill: 'var(--working)', r: 5 }),
            plot.dot(here === undefined ? [] : [here], {
              x: 'threshold',
              y: 'cost',
              stroke: 'var(--ink)',
              fill: 'var(--paper)',
              r: 4,
            }),
          ],
        })
      }
    />
  );
}
