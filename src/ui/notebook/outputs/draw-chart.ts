import { ownMember } from '../../../core/own-member.ts';
import type { AxisSpec, ChartSpec, MarkSpec } from '../../../notebook/document/output.ts';
import type { Formats } from '../../i18n/use-formats.ts';
import type { ChartProps } from '../../parts/Chart.tsx';

type Plot = Parameters<ChartProps['draw']>[0];
type Mark = ReturnType<Plot['dot']>;
type Channels = Record<string, unknown>;

/** Colours that differ in lightness too, readable on both themes. */
const PALETTE = [1, 2, 3, 4, 5, 6].map((n) => `var(--chart-${n})`);

/** How a chart writes numbers, what it calls the height of a histogram, and the room it has. */
export interface ChartFrame {
  readonly formats: Formats;
  readonly countLabel: string;
  /** Pixels. */
  readonly width: number;
}

/** A chart description as Observable Plot's marks. Channels are values of columns; nothing of it is code. */
export function drawChart(plot: Plot, spec: ChartSpec, { formats, countLabel, width }: ChartFrame): Element {
  const hasColour = spec.marks.some(({ color }) => color !== undefined);
  const colours = colourKind(spec.marks);
  const isCounted = spec.marks.some(({ mark }) => mark === 'histogram');
  const isLabelled = spec.marks.some((mark) => mark.mark === 'line' && mark.color !== undefined);
  return plot.plot({
    width,
    height: 320,
    marginLeft: 60,
    marginTop: 32,
    marginBottom: 44,
    marginRight: isLabelled ? 110 : 24,
    style: { fontFamily: 'var(--sans)', fontSize: '13px', overflow: 'visible' },
    x: { labelAnchor: 'center', ...named(spec.marks, 'x'), ...axisOf(spec.x, formats) },
    y: {
      grid: true,
      ...named(spec.marks, 'y'),
      ...(isCounted && { label: countLabel }),
      ...axisOf(spec.y, formats),
    },
    ...(hasColour && {
      color:
        colours === 'ordinal'
          ? { type: 'ordinal', range: PALETTE, legend: !isLabelled }
          : { scheme: 'ylgnbu', legend: true },
    }),
    marks: spec.marks.flatMap((mark) => marksOf(plot, mark)),
  });
}

function axisOf(axis: AxisSpec | undefined, formats: Formats): Record<string, unknown> {
  const isNumeric = axis?.type === undefined || axis.type === 'linear' || axis.type === 'log';
  return {
    labelArrow: 'none',
    ...(isNumeric && {
      tickFormat: (value: unknown) =>
        typeof value === 'number'
          ? formats.number(value)
          : value instanceof Date
            ? formats.date(value)
            : value,
    }),
    ...(axis?.label !== undefined && { label: axis.label }),
    ...(axis?.type !== undefined && { type: axis.type }),
    ...(axis?.domain !== undefined && { domain: axis.domain }),
    ...(axis?.grid !== undefined && { grid: axis.grid }),
  };
}

/** An axis is called as the column along it, unless the chart says otherwise. */
function named(marks: readonly MarkSpec[], axis: 'x' | 'y'): { label?: string } {
  const mark = marks.find((candidate) => candidate[axis] !== undefined);
  return mark === undefined ? {} : { label: mark[axis]! };
}

function colourKind(marks: readonly MarkSpec[]): 'ordinal' | 'continuous' {
  const mark = marks.find(({ color }) => color !== undefined);
  const values = mark === undefined ? [] : (ownMember(mark.data, mark.color!) ?? []);
  return values.some((value) => typeof value === 'number') ? 'continuous' : 'ordinal';
}

function marksOf(plot: Plot, mark: MarkSpec): Mark[] {
  const rows = { length: Math.max(0, ...Object.values(mark.data).map((values) => values.length)) };
  const values = (name: string | undefined): unknown[] | undefined => {
    if (name === undefined) return undefined;
    const column = ownMember(mark.data, name) ?? [];
    return mark.dtypes[name] === 'timestamp'
      ? column.map((value) => (typeof value === 'number' ? new Date(value) : null))
      : [...column];
  };
  const channels: Channels = {};
  for (const channel of ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'text'] as const) {
    const column = values(mark[channel]);
    if (column !== undefined) channels[channel] = { value: column, label: mark[channel] };
  }
  if (mark.opacity !== undefined) channels.opacity = mark.opacity;
  if (mark.r !== undefined) channels.r = mark.r;
  const colour = values(mark.color) ?? 'var(--working)';
  return drawn(plot, mark, { rows, channels, colour, isColoured: mark.color !== undefined });
}

function drawn(
  plot: Plot,
  mark: MarkSpec,
  {
    rows,
    channels,
    colour,
    isColoured,
  }: { rows: { length: number }; channels: Channels; colour: unknown; isColoured: boolean },
): Mark[] {
  const filled = { ...channels, fill: colour, ...(isColoured && { title: colour }) } as object;
  const stroked = { ...channels, stroke: colour, ...(isColoured && { z: colour }) } as object;
  switch (mark.mark) {
    case 'line':
      return [
        plot.line(rows, { strokeWidth: 2, ...stroked }),
        ...(isColoured
          ? [
              plot.text(
                rows,
                plot.selectLast({
                  ...channels,
                  text: colour,
                  z: colour,
                  fill: colour,
                  textAnchor: 'start',
                  dx: 6,
                } as object),
              ),
            ]
          : []),
      ];
    case 'dot':
      return [plot.dot(rows, { strokeWidth: 1.5, tip: true, ...stroked })];
    case 'area':
      return [plot.area(rows, { fillOpacity: 0.25, ...withBase(channels, 'y'), fill: colour } as object)];
    case 'rule':
      return [channels.y === undefined ? plot.ruleX(rows, stroked) : plot.ruleY(rows, stroked)];
    case 'text':
      return [plot.text(rows, { ...channels, fill: isColoured ? colour : 'currentColor' } as object)];
    case 'cell':
      return [plot.cell(rows, { inset: 0.5, ...filled })];
    case 'histogram': {
      const { x, ...others } = filled as Channels;
      return [
        plot.rectY(rows, plot.binX({ y: 'count' }, { ...others, x, thresholds: mark.bins ?? 20 } as object)),
        plot.ruleY([0]),
      ];
    }
    case 'bar':
      return isHorizontal(mark)
        ? [plot.barX(rows, filled), plot.ruleX([0])]
        : [plot.barY(rows, filled), plot.ruleY([0])];
  }
}

/** An area between two lines, or from a line down to zero. */
function withBase(channels: Channels, along: 'y'): Channels {
  if (channels.y1 !== undefined || channels.y2 !== undefined)
    return { ...channels, x1: channels.x, x: undefined };
  return { ...channels, x1: channels.x, x: undefined, y1: 0, y2: channels[along], y: undefined };
}

/** Bars lie where their length is along x: numbers there and names along y. */
function isHorizontal({ x, y, data }: MarkSpec): boolean {
  const isNumeric = (name: string | undefined): boolean =>
    name !== undefined && (ownMember(data, name) ?? []).some((value) => typeof value === 'number');
  return isNumeric(x) && !isNumeric(y);
}
