import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Chart } from '../parts/Chart.tsx';
import { CHART_STYLE } from './chart-style.ts';
import { evaluationTexts } from './evaluation-texts.ts';
import { PointTable } from './PointTable.tsx';

/** A curve of one run: its name, its colour, and its points from 0 to 1 on both axes. */
export interface NamedCurve {
  readonly key: string;
  readonly name: string;
  readonly colour: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Curves of one or more runs in the unit square, each named where it is most alone. */
export function CurveChart({
  title,
  summary,
  xLabel,
  yLabel,
  curves,
  isStepped = false,
  reference,
}: {
  readonly title: string;
  readonly summary: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly curves: readonly NamedCurve[];
  readonly isStepped?: boolean;
  /** A dashed line with its name, from left to right. */
  readonly reference: { readonly name: string; readonly from: number; readonly to: number };
}) {
  const texts = useMessages(evaluationTexts);
  const formats = useFormats();
  const tickFormat = (value: number): string => formats.number(value, 1);
  const points = curves.flatMap(({ key, colour, x, y }) =>
    x.map((value, i) => ({ key, colour, x: value, y: y[i] as number })),
  );
  const labels = placeLabels(curves);
  const isFlat = reference.from === reference.to;
  return (
    <Chart
      title={title}
      widest={460}
      summary={summary}
      inputs={[curves.map(({ key, name, x }) => `${key} ${name} ${x.length}`).join(), texts, title]}
      table={
        <PointTable
          heads={[texts.run, xLabel, yLabel]}
          rows={curves.flatMap(({ name, x, y }) => x.map((value, i) => [name, value, y[i] as number]))}
        />
      }
      draw={(plot, width) =>
        plot.plot({
          width,
          height: Math.min(380, width - 40),
          marginLeft: 48,
          marginBottom: 44,
          style: CHART_STYLE,
          x: {
            domain: [0, 1],
            label: xLabel,
            labelAnchor: 'center',
            labelArrow: 'none',
            ticks: 5,
            tickFormat,
          },
          y: { domain: [0, 1], label: yLabel, labelArrow: 'none', ticks: 5, grid: true, tickFormat },
          marks: [
            plot.link([reference], {
              x1: 0,
              x2: 1,
              y1: 'from',
              y2: 'to',
              stroke: 'var(--line-strong)',
              strokeDasharray: '4 4',
            }),
            plot.text([reference], {
              x: isFlat ? 0.02 : 0.72,
              y: isFlat ? reference.to : 0.66,
              text: 'name',
              dy: isFlat ? -8 : 0,
              textAnchor: 'start',
              fill: 'var(--ink-soft)',
            }),
            plot.line(points, {
              x: 'x',
              y: 'y',
              z: 'key',
              stroke: 'colour',
              strokeWidth: 2,
              curve: isStepped ? 'step-before' : 'linear',
            }),
            plot.text(labels, {
              x: 'x',
              y: 'y',
              text: 'name',
              fill: 'colour',
              fontWeight: 600,
              textAnchor: 'start',
              dx: 6,
              stroke: 'var(--paper)',
              strokeWidth: 4,
              paintOrder: 'stroke',
            }),
            plot.tip(points, plot.pointer({ x: 'x', y: 'y', fill: 'var(--sheet)', stroke: 'colour' })),
          ],
          color: { type: 'identity' },
        })
      }
    />
  );
}

/** Each name at another place along its curve, so that they do not lie on each other. */
function placeLabels(curves: readonly NamedCurve[]) {
  return curves.map(({ name, colour, x, y }, i) => {
    const wanted = (i + 1) / (curves.length + 2);
    const nearest = x.reduce(
      (best, value, j) => (Math.abs(value - wanted) < Math.abs((x[best] as number) - wanted) ? j : best),
      0,
    );
    return { name, colour, x: x[nearest] as number, y: y[nearest] as number };
  });
}
