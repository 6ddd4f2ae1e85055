import { checkOptions } from '../../core/check-options.ts';
import { quote, suggest, TypeMismatchError, ValueError } from '../../core/errors.ts';
import { type Column, cellAt, type Dtype } from '../../core/table/column.ts';
import { fromRows } from '../../core/table/from-rows.ts';
import { columnOf, type Table } from '../../core/table/table.ts';
import type { AxisSpec, ChartSpec, MarkSpec } from '../document/output.ts';
import { type AcceptedTable, toTable } from '../lab-api/accepted.ts';
import { isDataFrame, isSeries, type Series } from '../lab-api/danfo.ts';

/** What can be drawn: any accepted table, or one value per row, drawn as `value` over `index`. */
export type PlotData = AcceptedTable | Series | ArrayLike<number | string | boolean | null>;

/** What one mark shows: channels name columns; `r` and `opacity` are numbers. */
export type Channels = Omit<MarkSpec, 'mark' | 'data' | 'dtypes'>;

/** Options of `plot(table, …)`. */
export interface PlotOptions extends Channels {
  readonly mark?: MarkSpec['mark'];
  readonly title?: string;
  readonly xAxis?: AxisSpec;
  readonly yAxis?: AxisSpec;
}

/** Options of `plot({ … })`, which draws several marks over each other. */
export interface LayersOptions {
  readonly title?: string;
  readonly x?: AxisSpec;
  readonly y?: AxisSpec;
  readonly marks: readonly (MarkSpec | Chart)[];
}

/** A chart as a value: shown where it is displayed, and kept with a run by `mlflow.logFigure`. */
export class Chart implements ChartSpec {
  readonly title?: string | undefined;
  readonly x?: AxisSpec | undefined;
  readonly y?: AxisSpec | undefined;
  readonly marks: readonly MarkSpec[];

  constructor({ title, x, y, marks }: ChartSpec) {
    if (title !== undefined) this.title = title;
    if (x !== undefined) this.x = x;
    if (y !== undefined) this.y = y;
    this.marks = marks;
  }

  toSpec(): ChartSpec {
    return { ...this };
  }
}

const MARKS: readonly MarkSpec['mark'][] = [
  'line',
  'dot',
  'bar',
  'area',
  'rule',
  'histogram',
  'text',
  'cell',
];
const COLUMN_CHANNELS = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'color', 'text'] as const;
const NUMBER_CHANNELS = ['r', 'opacity', 'bins'] as const;
const CHANNELS = [...COLUMN_CHANNELS, ...NUMBER_CHANNELS];
const FRAME = ['title', 'xAxis', 'yAxis'];

/** A chart of more rows than this is neither read nor drawn well. */
const MAX_ROWS = 100_000;

/**
 * `plot` as cells have it: `plot(table, { mark, x, y, color, title })`, `plot.line(table, { x, y })` and so on for every
 * mark, and `plot({ title, marks: [plot.line(…), plot.dot(…)] })`.
 */
export const plot = Object.assign(plotAny, {
  line: markOf('line'),
  dot: markOf('dot'),
  bar: markOf('bar'),
  area: markOf('area'),
  rule: markOf('rule'),
  histogram: markOf('histogram'),
  text: markOf('text'),
  cell: markOf('cell'),
});

function plotAny(input: PlotData | LayersOptions, options?: PlotOptions): Chart {
  if (isLayers(input)) return layers(input);
  const given = checkOptions('plot', options, { optional: ['mark', ...CHANNELS, ...FRAME] });
  const mark = given.mark ?? 'dot';
  if (!MARKS.includes(mark)) throw new ValueError(`no mark ${quote(mark)}`, suggest(mark, MARKS));
  return chartOf(mark, input, given);
}

function markOf(mark: MarkSpec['mark']) {
  return (input: PlotData, options?: Omit<PlotOptions, 'mark'>): Chart =>
    chartOf(mark, input, checkOptions(`plot.${mark}`, options, { optional: [...CHANNELS, ...FRAME] }));
}

function isLayers(input: PlotData | LayersOptions): input is LayersOptions {
  return typeof input === 'object' && input !== null && 'marks' in input && Array.isArray(input.marks);
}

function layers(options: LayersOptions): Chart {
  const { title, x, y, marks } = checkOptions('plot', options, {
    required: ['marks'],
    optional: ['title', 'x', 'y'],
  });
  const layered = marks.flatMap((layer) => {
    if (layer instanceof Chart) return layer.marks;
    throw new TypeMismatchError(
      `${quote(layer)} is no mark`,
      'give marks by plot.line(table, { x, y }) and the like',
    );
  });
  const first = marks.find((layer): layer is Chart => layer instanceof Chart);
  return new Chart({
    title: title ?? first?.title,
    x: x ?? first?.x,
    y: y ?? first?.y,
    marks: layered,
  });
}

function chartOf(mark: MarkSpec['mark'], input: PlotData, options: Omit<PlotOptions, 'mark'>): Chart {
  const { title, xAxis, yAxis, ...given } = options;
  const table = tableOf(input);
  const channels = withDefaults(mark, given, table);
  const names = COLUMN_CHANNELS.flatMap((channel) => channels[channel] ?? []);
  if (table.nRows > MAX_ROWS) {
    const hint = `draw at most ${MAX_ROWS} rows: take a sample, or count in groups first`;
    throw new ValueError(`${table.nRows} rows are too many for a chart`, hint);
  }
  const columns = [...new Set(names)].map((name) => [name, columnOf(table, name)] as const);
  const spec: MarkSpec = {
    mark,
    ...channels,
    data: Object.fromEntries(columns.map(([name, column]) => [name, valuesOf(column, table.nRows)])),
    dtypes: Object.fromEntries(columns.map(([name, { dtype }]): [string, Dtype] => [name, dtype])),
  };
  return new Chart({ title, x: xAxis, y: yAxis, marks: [spec] });
}

/** The channels that were left out where one column is the only choice. */
function withDefaults(mark: MarkSpec['mark'], given: Channels, table: Table): Channels {
  const names = [...table.columns.keys()];
  for (const channel of COLUMN_CHANNELS) {
    const name = given[channel];
    if (name !== undefined && typeof name !== 'string') {
      throw new TypeMismatchError(
        `${channel} is ${quote(name)}`,
        `name a column: ${names.slice(0, 20).join(', ')}`,
      );
    }
  }
  const isList = names.length === 2 && names[0] === 'index' && names[1] === 'value';
  if (mark === 'histogram')
    return given.x === undefined ? { x: isList ? 'value' : needs(mark, 'x', names), ...given } : given;
  if (mark === 'rule') return given;
  return {
    ...(given.x === undefined && given.x1 === undefined && { x: isList ? 'index' : needs(mark, 'x', names) }),
    ...(given.y === undefined && given.y1 === undefined && { y: isList ? 'value' : needs(mark, 'y', names) }),
    ...given,
  };
}

function needs(mark: string, channel: string, names: readonly string[]): never {
  throw new TypeMismatchError(
    `plot.${mark} was not told its ${channel}`,
    `name a column: { ${channel}: '${names[0] ?? 'column'}' }; there are ${names.slice(0, 20).join(', ')}`,
  );
}

function tableOf(input: PlotData): Table {
  const isList =
    (Array.isArray(input) && input.every((value) => typeof value !== 'object' || value === null)) ||
    (ArrayBuffer.isView(input) && !(input instanceof DataView));
  const isColumn = isSeries(input) && !isDataFrame(input);
  if (!isList && !isColumn) return toTable(input as AcceptedTable);
  const values = (isColumn ? input.values : input) as ArrayLike<unknown>;
  return fromRows(Array.from(values, (value, index) => ({ index, value })));
}

function valuesOf(column: Column, nRows: number): (number | string | boolean | null)[] {
  return Array.from({ length: nRows }, (_, row) => {
    const cell = cellAt(column, row);
    if (cell instanceof Date) return cell.getTime();
    return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
  });
}
