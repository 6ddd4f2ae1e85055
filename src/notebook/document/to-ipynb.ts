import { toBase64 } from './base64.ts';
import {
  type CellExtras,
  type Ipynb,
  type IpynbCell,
  type IpynbOutput,
  MIME,
  type MimeBundle,
  type OutputExtras,
} from './ipynb-format.ts';
import type { Cell, CodeCell, Notebook } from './notebook.ts';
import type { CellOutput } from './output.ts';
import { errorText, outputText } from './output-text.ts';

/** What nbformat takes as a cell's id. */
const JUPYTER_ID = /^[a-zA-Z0-9_-]{1,64}$/;

/** A notebook as the text of an `.ipynb` file, outputs included; `fromIpynb` gives the same notebook back. */
export function toIpynb({ id, title, cells }: Notebook): string {
  const ipynb: Ipynb = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: 'javascript', display_name: 'JavaScript', language: 'javascript' },
      language_info: { name: 'javascript', file_extension: '.js', mimetype: 'text/javascript' },
      title,
      streamflow: { version: 1, id },
    },
    cells: cells.map(toIpynbCell),
  };
  return `${JSON.stringify(ipynb, null, 1)}\n`;
}

function toIpynbCell(cell: Cell, index: number): IpynbCell {
  // An id that Jupyter would not take is kept beside one that it does.
  const isTaken = JUPYTER_ID.test(cell.id);
  const id = isTaken ? cell.id : `cell-${index + 1}`;
  const source = linesOf(cell.source);
  const ownId = isTaken ? {} : { id: cell.id };
  if (cell.kind === 'markdown') {
    return { cell_type: 'markdown', id, metadata: isTaken ? {} : { streamflow: ownId }, source };
  }
  const { lastRun, outputs } = cell;
  const extras: CellExtras = { ...ownId, lastRun, outputs: outputs.map(extrasOf) };
  return {
    cell_type: 'code',
    id,
    metadata: { streamflow: extras },
    execution_count: lastRun?.number ?? null,
    source,
    outputs: outputs.map((output, i) => toIpynbOutput(output, isResult(cell, i) ? lastRun!.number : null)),
  };
}

/** What a cell showed last is its result, as Jupyter calls the value of the last expression. */
function isResult({ lastRun, outputs }: CodeCell, index: number): boolean {
  const isShown = ['value', 'table', 'chart'].includes(outputs[index]!.kind);
  return isShown && lastRun?.end === 'ok' && index === outputs.length - 1;
}

function toIpynbOutput(output: CellOutput, resultOf: number | null): IpynbOutput {
  if (output.kind === 'text') {
    const isError = output.level === 'warn' || output.level === 'error';
    const text = linesOf(`${output.text}\n`);
    return { output_type: 'stream', name: isError ? 'stderr' : 'stdout', text };
  }
  if (output.kind === 'error') {
    const { name, message, places } = output;
    const traceback = [...errorText(output).split('\n'), ...places.map(({ line }) => `    at line ${line}`)];
    return { output_type: 'error', ename: name, evalue: message, traceback };
  }
  const data = { ...bundleOf(output), 'text/plain': linesOf(outputText(output)) };
  if (resultOf === null) return { output_type: 'display_data', data, metadata: {} };
  return { output_type: 'execute_result', execution_count: resultOf, data, metadata: {} };
}

function bundleOf(output: Exclude<CellOutput, { kind: 'text' | 'error' }>): MimeBundle {
  switch (output.kind) {
    case 'value':
      return { [MIME.value]: output.value };
    case 'table': {
      const { packed, nRows, dtypes, type } = output;
      return { [MIME.table]: { packed: toBase64(packed), nRows, dtypes, type } };
    }
    case 'chart':
      return { [MIME.chart]: output.spec };
    case 'check':
      return { [MIME.check]: output.result };
    case 'image':
      return { [output.mimeType]: linesOf(output.data) };
  }
}

function extrasOf(output: CellOutput): OutputExtras | null {
  if (output.kind === 'text') {
    return { level: output.level, ...(output.place !== undefined && { place: output.place }) };
  }
  return output.kind === 'error' ? { hint: output.hint, places: output.places } : null;
}

/** Lines with their ends, as Jupyter writes a text: differences of two versions are then readable. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
