import type { Dtype } from '../../core/table/column.ts';
import type { CheckResult } from '../lab-api/check.ts';

/** One piece of a cell's output, in the order it came. Plain values only: it is posted, stored and exported. */
export type CellOutput =
  | TextOutput
  | ValueOutput
  | TableOutput
  | ChartOutput
  | ImageOutput
  | ErrorOutput
  | CheckOutput;

/** What `console` was told, or a notice of the kernel, such as a promise that nobody awaited. */
export interface TextOutput {
  readonly kind: 'text';
  readonly level: 'debug' | 'log' | 'info' | 'warn' | 'error';
  readonly text: string;
  /** Where in the student's source a notice belongs. */
  readonly place?: SourcePlace | undefined;
}

/** A value other than a table or chart, as a tree that can be unfolded. */
export interface ValueOutput {
  readonly kind: 'value';
  readonly value: ValueTree;
}

/**
 * A value cut to what is worth showing. `preview` is its one-line text; `members` are there for objects and lists
 * that are not too deep, `nMore` counts members that were left out.
 */
export interface ValueTree {
  /** The type as JavaScript names it: 'number', 'Array(3)', 'Date', 'RandomForestClassifier'. */
  readonly type: string;
  readonly preview: string;
  readonly members?: readonly (readonly [name: string, value: ValueTree])[];
  readonly nMore?: number;
}

/** A lab table or a danfojs DataFrame; the first rows of it where it is long. */
export interface TableOutput {
  readonly kind: 'table';
  /** `pack` of the rows kept here. */
  readonly packed: ArrayBuffer;
  /** Rows of the whole table; more than are kept where it is long. */
  readonly nRows: number;
  readonly dtypes: Readonly<Record<string, Dtype>>;
  /** 'DataFrame', 'Table' or the class of the result. */
  readonly type: string;
}

/** A chart as `plot` describes it, see `ChartSpec`. */
export interface ChartOutput {
  readonly kind: 'chart';
  readonly spec: ChartSpec;
}

/** A picture that came with an imported notebook; shown as an image, which runs nothing. */
export interface ImageOutput {
  readonly kind: 'image';
  readonly mimeType: 'image/png' | 'image/jpeg' | 'image/svg+xml';
  /** Base64, or the text of an SVG. */
  readonly data: string;
}

/** An error that ended the cell. */
export interface ErrorOutput {
  readonly kind: 'error';
  readonly name: string;
  readonly message: string;
  readonly hint: string | null;
  /** Innermost first; only places in the student's own source. */
  readonly places: readonly SourcePlace[];
}

/** What a check of a lesson found; what it compared, as trees. */
export interface CheckOutput {
  readonly kind: 'check';
  readonly result: Omit<CheckResult, 'expected' | 'actual'> & {
    readonly expected: ValueTree;
    readonly actual: ValueTree;
  };
}

/** A place in the source of a cell; lines and columns count from 1, columns may be unknown. */
export interface SourcePlace {
  readonly cellId: string;
  readonly line: number;
  readonly column: number | null;
}

/** A chart as plain data: rows and marks by name, drawn by the page with Observable Plot. */
export interface ChartSpec {
  readonly title?: string | undefined;
  readonly x?: AxisSpec | undefined;
  readonly y?: AxisSpec | undefined;
  readonly marks: readonly MarkSpec[];
}

/** An axis: its label with unit, and how it is scaled. */
export interface AxisSpec {
  readonly label?: string | undefined;
  readonly type?: 'linear' | 'log' | 'utc' | 'band' | 'point' | undefined;
  readonly domain?: readonly (number | string)[] | undefined;
  readonly grid?: boolean | undefined;
}

/** One mark over rows. Channels name a column, or give a constant for `r` and `opacity`. */
export interface MarkSpec {
  readonly mark: 'line' | 'dot' | 'bar' | 'area' | 'rule' | 'histogram' | 'text' | 'cell';
  /** Column by column, all of the same length; timestamps as UTC milliseconds beside `'timestamp'` in `dtypes`. */
  readonly data: Readonly<Record<string, readonly (number | string | boolean | null)[]>>;
  readonly dtypes: Readonly<Record<string, Dtype>>;
  readonly x?: string | undefined;
  readonly y?: string | undefined;
  readonly x1?: string | undefined;
  readonly x2?: string | undefined;
  readonly y1?: string | undefined;
  readonly y2?: string | undefined;
  readonly color?: string | undefined;
  readonly text?: string | undefined;
  readonly r?: number | undefined;
  readonly opacity?: number | undefined;
  readonly bins?: number | undefined;
}
