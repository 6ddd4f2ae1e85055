import { type Column, isNull } from '../column.ts';
import type { Table } from '../table.ts';
import type { Delimiter } from './detect-format.ts';
import { NULL_WORDS } from './parse-cell.ts';

const ROWS_PER_CHUNK = 4096;
const nullWords = new Set(NULL_WORDS);

/**
 * A table as CSV text (UTF-8, LF), in chunks of some thousand rows. Nulls are empty cells; texts that would
 * read as nulls are quoted; booleans are True and False and doubles keep a '.0', as pandas writes them.
 * `readCsv` with the same column types gives the table back, but for NaN, which CSV cannot tell from a null.
 * O(rows × columns).
 */
export function* writeCsv(
  table: Table,
  options: { readonly delimiter?: Delimiter } = {},
): Generator<string, void> {
  const delimiter = options.delimiter ?? ',';
  // A blank line would be skipped on reading, so that the null of an only column needs a word.
  const nullText = table.columns.size === 1 ? 'NULL' : '';
  const format = (column: Column): ((row: number) => string) => {
    const textAt = cellWriter(column, delimiter);
    return (row) => (isNull(column, row) ? nullText : textAt(row));
  };
  const writers = [...table.columns.values()].map(format);
  yield `${[...table.columns.keys()].map((name) => quoteText(name, delimiter)).join(delimiter)}\n`;
  for (let start = 0; start < table.nRows; start += ROWS_PER_CHUNK) {
    let chunk = '';
    for (let row = start; row < Math.min(start + ROWS_PER_CHUNK, table.nRows); row++) {
      chunk += `${writers.map((textAt) => textAt(row)).join(delimiter)}\n`;
    }
    yield chunk;
  }
}

function cellWriter(column: Column, delimiter: Delimiter): (row: number) => string {
  switch (column.dtype) {
    case 'string': {
      const texts = column.dictionary.map((text) => quoteText(text, delimiter));
      return (row) => texts[column.values[row] as number] as string;
    }
    case 'bool':
      return (row) => (column.values[row] === 1 ? 'True' : 'False');
    case 'timestamp':
      return (row) => writeInstant(column.values[row] as number);
    case 'int64':
      return (row) => writeNumber(column.values[row] as number);
    case 'float64':
      return (row) => {
        const text = writeNumber(column.values[row] as number);
        return /^-?\d+$/.test(text) ? `${text}.0` : text;
      };
  }
}

function quoteText(text: string, delimiter: Delimiter): string {
  const needsQuotes = /["\r\n]|^\s|\s$|^\uFEFF/.test(text) || text.includes(delimiter) || nullWords.has(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

function writeNumber(value: number): string {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) || Number.isNaN(value) ? String(value) : value > 0 ? 'inf' : '-inf';
}

function writeInstant(ms: number): string {
  // Rounded as a whole, so that 999.9996 milliseconds become the next second and not a thousand microseconds.
  const fraction = Math.round((ms - Math.floor(ms)) * 1000);
  const micros = fraction % 1000;
  const text = new Date(Math.floor(ms) + (fraction - micros) / 1000).toISOString();
  return micros === 0 ? text : text.replace('Z', `${String(micros).padStart(3, '0')}Z`);
}
