import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { savePng, saveSvg } from './export-chart.ts';
import { partsTexts } from './parts-texts.ts';

// @observablehq/plot: marks and scales by their field's names, SVG out, fetched with the first chart.
type Plot = typeof import('@observablehq/plot');

/** A chart: its finding as the title, its content in one sentence, and its data as a table. */
export interface ChartProps {
  /** What the picture shows, as a finding: "Threshold 0.31 finds 72 % of the leavers". */
  readonly title: string;
  /** The same for those who cannot see it. */
  readonly summary: string;
  /** The data as a table, shown on demand. */
  readonly table: ReactNode;
  /** Draws the picture; called again when a value of `inputs` changes. */
  draw(plot: Plot): Element;
  readonly inputs: readonly unknown[];
}

/** Draws with Observable Plot in the page's own type and colours. */
export function Chart({ title, summary, table, draw, inputs }: ChartProps) {
  const texts = useMessages(partsTexts);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isCurrent = true;
    void import('@observablehq/plot').then((plot) => {
      if (isCurrent) frame.current?.replaceChildren(draw(plot));
    });
    return () => {
      isCurrent = false;
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: `inputs` is what `draw` depends on, by contract.
  }, inputs);
  const withDrawing = (save: (svg: SVGSVGElement) => unknown): void => {
    // With a legend, Plot's drawing stands in a figure after it.
    const svg = frame.current?.querySelector<SVGSVGElement>(':scope > svg, :scope > figure > svg');
    if (svg) save(svg);
  };
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <div role="img" aria-label={summary}>
        {/* Plot labels its marks by their kind, which tells a screen reader nothing. */}
        <div ref={frame} aria-hidden="true" />
      </div>
      <details>
        <summary>{texts.table}</summary>
        <div className="table-frame">{table}</div>
        <button type="button" className="quiet" onClick={() => withDrawing((svg) => saveSvg(svg, title))}>
          {texts.downloadSvg}
        </button>
        <button type="button" className="quiet" onClick={() => withDrawing((svg) => savePng(svg, title))}>
          {texts.downloadPng}
        </button>
      </details>
    </figure>
  );
}
