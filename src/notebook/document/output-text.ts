import { type Cell, cellAt } from '../../core/table/column.ts';
import { unpack } from '../../core/table/pack.ts';
import type { Table } from '../../core/table/table.ts';
import type { CellOutput, ErrorOutput, TableOutput, ValueTree } from './output.ts';

/** Rows of a table that its text shows. */
const TEXT_ROWS = 10;

/** An output as plain text: for a terminal, for `text/plain` of an exported notebook, for the clipboard. */
export function outputText(output: CellOutput): string {
  switch (output.kind) {
    case 'text':
      return output.text;
    case 'value':
      return valueText(output.value);
    case 'table':
      return tableText(output);
    case 'chart':
      return `[chart${output.spec.title === undefined ? '' : `: ${output.spec.title}`}]`;
    case 'image':
      return `[image: ${output.mimeType}]`;
    case 'error':
      return errorText(output);
    case 'check': {
      const { passed, name, expected, actual, hint } = output.result;
      if (passed) return `✓ ${name}`;
      return `✗ ${name}: expected ${expected.preview}, got ${actual.preview}\nhint: ${hint}`;
    }
  }
}

/** An error without its places: those are told in the terms of who shows it. */
export function errorText({ name, message, hint }: ErrorOutput): string {
  return [`${name}: ${message}`, ...(hint === null ? [] : [`hint: ${hint}`])].join('\n');
}

/** A value on one line, or over several where a member of it is long. */
function valueText(tree: ValueTree): string {
  if (tree.type === 'string') return tree.preview;
  const isCut = tree.preview.includes('…');
  if (!isCut || tree.members === undefined) return tree.preview;
  const members = tree.members.map(([name, { preview }]) => `  ${name}: ${preview}`);
  const more = tree.nMore === undefined ? [] : [`  … ${tree.nMore} more`];
  return [tree.type, ...members, ...more].join('\n');
}

function tableText({ packed, nRows, dtypes, type }: TableOutput): string {
  const table = readTable(packed);
  // The rest of the notebook must not be lost for one output that cannot be read any more.
  if (table === null) return `[${type}: damaged]`;
  const shown = Math.min(TEXT_ROWS, table.nRows);
  const columns = [...table.columns].map(([name, column]) => {
    const cells = Array.from({ length: shown }, (_, row) => cellText(cellAt(column, row)));
    const isNumber = dtypes[name] === 'int64' || dtypes[name] === 'float64';
    const width = Math.max(name.length, ...cells.map((cell) => cell.length));
    const pad = (text: string): string => (isNumber ? text.padStart(width) : text.padEnd(width));
    return [pad(name), ...cells.map(pad)];
  });
  const lines = Array.from({ length: shown + 1 }, (_, line) =>
    columns
      .map((cells) => cells[line])
      .join('  ')
      .trimEnd(),
  );
  return [...lines, `${type}: ${nRows} rows × ${columns.length} columns`].join('\n');
}

function readTable(packed: ArrayBuffer): Table | null {
  try {
    return unpack(packed);
  } catch {
    return null;
  }
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString();
  const text = String(cell);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
