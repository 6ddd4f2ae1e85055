import type { CellRun } from './notebook.ts';
import type { SourcePlace, TextOutput } from './output.ts';

/** Jupyter's notebook format 4.5, as far as it is written here: https://nbformat.readthedocs.io/en/latest/format_description.html */
export interface Ipynb {
  readonly nbformat: 4;
  readonly nbformat_minor: 5;
  readonly metadata: {
    readonly kernelspec: { readonly name: string; readonly display_name: string; readonly language: string };
    readonly language_info: {
      readonly name: string;
      readonly file_extension: string;
      readonly mimetype: string;
    };
    readonly title: string;
    readonly streamflow: { readonly version: 1; readonly id: string };
  };
  readonly cells: readonly IpynbCell[];
}

export type IpynbCell =
  | {
      readonly cell_type: 'markdown';
      readonly id: string;
      readonly metadata: { readonly streamflow?: CellExtras };
      readonly source: readonly string[];
    }
  | {
      readonly cell_type: 'code';
      readonly id: string;
      readonly metadata: { readonly streamflow?: CellExtras };
      readonly execution_count: number | null;
      readonly source: readonly string[];
      readonly outputs: readonly IpynbOutput[];
    };

export type IpynbOutput =
  | { readonly output_type: 'stream'; readonly name: 'stdout' | 'stderr'; readonly text: readonly string[] }
  | { readonly output_type: 'display_data'; readonly data: MimeBundle; readonly metadata: object }
  | {
      readonly output_type: 'execute_result';
      readonly execution_count: number | null;
      readonly data: MimeBundle;
      readonly metadata: object;
    }
  | {
      readonly output_type: 'error';
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

/** Content by media type: texts as lists of lines, JSON as it is. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** What a cell has that the format has no place for. */
export interface CellExtras {
  /** The cell's id where Jupyter would not take it. */
  readonly id?: string;
  readonly lastRun?: CellRun | null;
  /** Per output what is left of it besides Jupyter's fields; null for outputs that need nothing. */
  readonly outputs?: readonly (OutputExtras | null)[];
}

export type OutputExtras =
  | { readonly level: TextOutput['level']; readonly place?: SourcePlace | undefined }
  | { readonly hint: string | null; readonly places: readonly SourcePlace[] };

/** Media types of outputs that only this lab shows; beside them stands `text/plain`. */
export const MIME = {
  value: 'application/vnd.streamflow.value+json',
  table: 'application/vnd.streamflow.table+json',
  chart: 'application/vnd.streamflow.chart+json',
  check: 'application/vnd.streamflow.check+json',
} as const;
