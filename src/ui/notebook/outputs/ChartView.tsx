import type { ChartSpec } from '../../../notebook/document/output.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Chart } from '../../parts/Chart.tsx';
import { notebookTexts } from '../notebook-texts.ts';
import { ChartRows } from './ChartRows.tsx';
import { drawChart } from './draw-chart.ts';

const WIDEST = 680;

/** A chart of the `plot` helper, in the page's own type and colours. */
export function ChartView({ spec }: { readonly spec: ChartSpec }) {
  const texts = useMessages(notebookTexts);
  const formats = useFormats();
  const [mark] = spec.marks;
  const y = spec.y?.label ?? mark?.y ?? mark?.y2 ?? texts.count;
  const x = spec.x?.label ?? mark?.x ?? mark?.x2 ?? texts.count;
  const title = spec.title ?? texts.chartOf(y, x);
  const nRows = mark === undefined ? 0 : (Object.values(mark.data)[0]?.length ?? 0);
  return (
    <div className="chart-output">
      <Chart
        title={title}
        summary={`${title}. ${texts.chartSummary(spec.marks.map(({ mark: kind }) => texts[`mark-${kind}`]).join(', '), y, x, formats.count(nRows))}`}
        table={<ChartRows mark={mark} />}
        widest={WIDEST}
        draw={(plot, width) => drawChart(plot, spec, { formats, countLabel: texts.count, width })}
        inputs={[spec, formats, texts]}
      />
    </div>
  );
}
