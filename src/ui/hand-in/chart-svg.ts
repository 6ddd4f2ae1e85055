import type { ChartSpec } from '../../notebook/document/output.ts';
import type { ReportPage } from '../../notebook/report/report-page.ts';
import type { Formats } from '../i18n/use-formats.ts';
import { drawChart } from '../notebook/outputs/draw-chart.ts';

const WIDTH = 640;

/** The page's colours for paper: in a picture of its own, the names that a chart is drawn with mean nothing. */
const STYLE =
  'svg{--working:#0b6b66;--chart-1:#0b6b66;--chart-2:#b4551d;--chart-3:#3a5ba0;--chart-4:#8a3f77;--chart-5:#5f6f1a;--chart-6:#5b6462;--sans:sans-serif;--plot-background:#fff;color:#1d2423;background:#fff}';

/** How charts of a report are drawn: as the text of an SVG that needs nothing else, with its legend in it. */
export async function loadChartSvg(formats: Formats, countLabel: string): Promise<ReportPage['drawChart']> {
  const plot = await import('@observablehq/plot');
  return (spec: ChartSpec) => {
    try {
      return standAlone(drawChart(plot, spec, { formats, countLabel, width: WIDTH }));
    } catch {
      // A report may come from outside: a chart that cannot be drawn is told by its title.
      return null;
    }
  };
}

function standAlone(drawn: Element): string | null {
  const svg = drawn instanceof SVGSVGElement ? drawn : [...drawn.querySelectorAll(':scope > svg')].at(-1);
  if (!(svg instanceof SVGSVGElement)) return null;
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = STYLE;
  svg.append(style);
  addLegend(svg, drawn);
  return new XMLSerializer().serializeToString(svg);
}

/** Plot's legend of names is HTML beside the drawing: it is put into its margin. */
function addLegend(svg: SVGSVGElement, drawn: Element): void {
  let x = 60;
  for (const swatch of drawn.querySelectorAll('[class*="swatch"]:not(div)')) {
    const colour =
      swatch.querySelector('rect')?.getAttribute('fill') ?? swatch.querySelector('svg')?.getAttribute('fill');
    const name = swatch.textContent ?? '';
    if (colour == null || name === '') continue;
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    text.textContent = `■ ${name}`;
    for (const [attribute, value] of [
      ['x', String(x)],
      ['y', '14'],
      ['fill', colour],
      ['font-size', '13'],
    ] as const)
      text.setAttribute(attribute, value);
    svg.append(text);
    x += 24 + name.length * 8;
  }
}
