import type { Importances } from '../../lab/runs/importances.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Chart } from '../parts/Chart.tsx';
import { CHART_STYLE } from './chart-style.ts';
import { evaluationTexts } from './evaluation-texts.ts';
import { PointTable } from './PointTable.tsx';

/** How many columns are drawn; the table beneath has all. */
const MOST_BARS = 12;

/** Which encoded columns the model relies on, heaviest first. */
export function ImportanceChart({ importances }: { readonly importances: Importances }) {
  const texts = useMessages(evaluationTexts);
  const formats = useFormats();
  const { kind, columns } = importances;
  const [heaviest] = columns;
  if (heaviest === undefined) return null;
  const tickFormat = (value: number): string => formats.number(value, 2);
  const bars = columns.slice(0, MOST_BARS);
  const axis = kind === 'impurity' ? texts.importance : texts.coefficient;
  return (
    <Chart
      title={
        kind === 'impurity'
          ? texts.importanceImpurity(heaviest.name, formats.percent(heaviest.value))
          : texts.importanceCoefficient(heaviest.name)
      }
      widest={560}
      summary={texts.importanceSummary(formats.count(bars.length))}
      inputs={[importances, texts]}
      table={
        <PointTable
          heads={[texts.column, texts.value]}
          rows={columns.map(({ name, value }) => [name, value])}
        />
      }
      draw={(plot, width) =>
        plot.plot({
          width,
          height: 70 + bars.length * 24,
          marginLeft: 210,
          marginBottom: 40,
          style: CHART_STYLE,
          x: {
            label: axis,
            labelAnchor: 'center',
            labelArrow: 'none',
            ticks: 5,
            grid: true,
            nice: true,
            tickFormat,
          },
          y: { label: null, domain: bars.map(({ name }) => name) },
          marks: [
            plot.barX(bars, { x: 'value', y: 'name', fill: 'var(--working)', insetTop: 3, insetBottom: 3 }),
            plot.ruleX([0], { stroke: 'var(--line-strong)' }),
          ],
        })
      }
    />
  );
}
