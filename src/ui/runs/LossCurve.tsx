import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Chart } from '../parts/Chart.tsx';
import { CHART_STYLE } from './chart-style.ts';
import { evaluationTexts } from './evaluation-texts.ts';
import { PointTable } from './PointTable.tsx';

/** The mean loss of each epoch; live while a network trains. */
export function LossCurve({ losses }: { readonly losses: readonly number[] }) {
  const texts = useMessages(evaluationTexts);
  const formats = useFormats();
  const [first = 0] = losses;
  const title = texts.lossFell(
    formats.number(first),
    formats.number(losses.at(-1) ?? first),
    formats.count(losses.length),
  );
  const tickFormat = (value: number): string => formats.number(value, 2);
  const points = losses.map((loss, epoch) => ({ epoch: epoch + 1, loss }));
  return (
    <Chart
      title={title}
      summary={title}
      widest={560}
      inputs={[losses, texts]}
      table={<PointTable heads={[texts.epoch, texts.loss]} rows={points.map((p) => [p.epoch, p.loss])} />}
      draw={(plot, width) =>
        plot.plot({
          width,
          height: 220,
          marginLeft: 50,
          marginBottom: 40,
          style: CHART_STYLE,
          x: {
            label: texts.epoch,
            labelAnchor: 'center',
            labelArrow: 'none',
            tickFormat: 'd',
            interval: 1,
            ticks: 8,
          },
          y: { label: texts.loss, labelArrow: 'none', grid: true, nice: true, tickFormat },
          marks: [
            plot.lineY(points, { x: 'epoch', y: 'loss', stroke: 'var(--working)', strokeWidth: 2 }),
            plot.dot(points.slice(-1), { x: 'epoch', y: 'loss', fill: 'var(--working)' }),
          ],
        })
      }
    />
  );
}
