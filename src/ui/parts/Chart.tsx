import { type ReactNode, useEffect } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { savePng, saveSvg } from './export-chart.ts';
import { partsTexts } from './parts-texts.ts';
import { useWidth } from './use-width.ts';

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
  /** The most that the picture takes, in pixels; where the page has less room, it is drawn for that. */
  readonly widest: number;
  /** Draws the picture `width` pixels wide; called again when a value of `inputs` or the room changes. */
  draw(plot: Plot, width: number): Element;
  readonly inputs: readonly unknown[];
}

/**
 * Draws with Observable Plot in the page's own type and colours, for the room there is: a picture that was scaled down
 * to a phone would have words too small to read.
 */
export function Chart({ title, summary, table, widest, draw, inputs }: ChartProps) {
  const texts = useMessages(partsTexts);
  const [frame, room] = useWidth<HTMLDivElement>();
  // Not known before the first layout.
  const width = Math.min(room || widest, widest);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `inputs` is what `draw` depends on, by contract.
  useEffect(() => {
    let isCurrent = true;
    void import('@observablehq/plot').then((plot) => {
      if (isCurrent) frame.current?.replaceChildren(draw(plot, width));
    });
    return () => {
      isCurrent = false;
    };
  }, [...inputs, width]);
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
