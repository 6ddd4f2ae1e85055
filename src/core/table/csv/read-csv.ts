// Our own scanner rather than papaparse: 3 to 5 times faster over 700,000 rows, as cells go from bytes into
// typed arrays without a string or a row in between, and it holds no more than a chunk beyond the columns.

import { quote } from '../../errors.ts';
import { ownMember } from '../../own-member.ts';
import type { Problem } from '../../problem.ts';
import { type TaskOptions, throwIfCancelled } from '../../task.ts';
import type { ByteSource } from '../byte-source.ts';
import type { Dtype } from '../column.ts';
import { createTable, type Table } from '../table.ts';
import { ColumnBuilder, type Fit } from './column-builder.ts';
import { bomLength, type Delimiter, detectDelimiter, isUtf16 } from './detect-format.ts';
import { NULL_WORDS, textOf } from './parse-cell.ts';
import { ProblemList } from './problem-list.ts';
import { type RecordBatch, recordsOf } from './records-of.ts';
import { type CsvRecord, PLAIN, STRAY } from './scan-records.ts';

/** Options of `readCsv`. */
export interface ReadCsvOptions extends TaskOptions {
  /** Detected from the header line when left out. Under ';' a decimal comma is understood. */
  readonly delimiter?: Delimiter;
  /** Types of columns by name; the others are inferred. Names that the file lacks are ignored. */
  readonly dtypes?: Readonly<Record<string, Dtype>>;
  /** Unquoted texts that mean "no value"; those of pandas when left out. */
  readonly nullValues?: readonly string[];
}

/** A file as a table, and what is wrong with it. */
export interface CsvResult {
  readonly table: Table;
  /** With an 'error' among them the table is not to be trusted. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a CSV file into columns: UTF-8, comma, semicolon, tab or bar, quotes by RFC 4180, any line ends.
 * Types are inferred over the whole column: int64, float64 (nearest double), bool (True/true/TRUE), else
 * string; dates stay strings unless `dtypes` says timestamp, a named bool takes 1 and 0 too. Blank lines are
 * skipped. A file whose column turns to text half-way is read a second time. O(bytes); beyond the columns
 * only a chunk and a record are held.
 */
export async function readCsv(source: ByteSource, options: ReadCsvOptions = {}): Promise<CsvResult> {
  const first = await readOnce(source, options);
  if (first.textColumns.length === 0) return first;
  const asText = Object.fromEntries(first.textColumns.map((name) => [name, 'string'] as const));
  return readOnce(source, { ...options, dtypes: { ...options.dtypes, ...asText } });
}

async function readOnce(
  source: ByteSource,
  options: ReadCsvOptions,
): Promise<CsvResult & { readonly textColumns: readonly string[] }> {
  const problems = new ProblemList(source.name);
  const state: State = {
    problems,
    names: [],
    taken: new Map(),
    builders: [],
    dtypes: [],
    nRows: 0,
    isCommaDecimal: false,
  };
  let nBytes = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.bytes()) {
      throwIfCancelled(options.signal, `reading ${source.name}`);
      yield chunk;
      nBytes += chunk.length;
      options.onProgress?.({ done: nBytes, total: source.size, unit: 'bytes', label: source.name });
    }
  };
  const formatOf = (bytes: Uint8Array): { delimiter: number; start: number } => {
    if (isUtf16(bytes)) problems.add('error', notUtf8('the file is UTF-16'));
    const start = bomLength(bytes);
    const delimiter = options.delimiter ?? detectDelimiter(bytes.subarray(start));
    state.isCommaDecimal = delimiter === ';';
    return { delimiter: delimiter.charCodeAt(0), start };
  };
  for await (const batch of recordsOf(counted(), formatOf)) readBatch(batch, state, options);
  if (state.builders.length === 0) {
    problems.add('error', {
      code: 'empty-file',
      message: 'the file is empty',
      hint: 'the first line must name the columns; export the file again',
    });
  }
  state.builders.forEach((builder, i) => {
    if (builder.hasMixedDecimals) problems.add('error', mixedDecimals(state.names[i] as string));
  });
  return {
    table: createTable(state.builders.map((builder, i) => [state.names[i] as string, builder.finish()])),
    problems: problems.finish(),
    textColumns: state.names.filter((_, i) => {
      const builder = state.builders[i] as ColumnBuilder;
      return builder.needsText || builder.isUndecidedText;
    }),
  };
}

interface State {
  readonly problems: ProblemList;
  names: string[];
  /** The same names, and for each that repeats the number that its next repetition gets: headers may have thousands. */
  readonly taken: Map<string, number>;
  builders: ColumnBuilder[];
  dtypes: (Dtype | null)[];
  nRows: number;
  isCommaDecimal: boolean;
}

function readBatch(batch: RecordBatch, state: State, options: ReadCsvOptions): void {
  for (let record = batch.next(); record !== null; record = batch.next()) {
    const isBlank = record.nCells === 1 && record.quoting[0] === PLAIN && record.starts[0] === record.ends[0];
    if (isBlank) continue;
    if (state.builders.length === 0) startColumns(record, state, options);
    else readRow(record, state);
  }
}

function startColumns(record: CsvRecord, state: State, options: ReadCsvOptions): void {
  const nullWords = new Set(options.nullValues ?? NULL_WORDS);
  for (let cell = 0; cell < record.nCells; cell++) {
    const text = cellText(record, cell);
    const name = freeName(record.quoting[cell] === PLAIN ? text.trim() : text, cell, state);
    const dtype = ownMember(options.dtypes ?? {}, name) ?? null;
    state.names.push(name);
    if (!state.taken.has(name)) state.taken.set(name, 1);
    state.dtypes.push(dtype);
    state.builders.push(new ColumnBuilder({ dtype, nullWords, isCommaDecimal: state.isCommaDecimal }));
  }
}

/** Unnamed and repeated columns get the names that pandas gives them. */
function freeName(name: string, position: number, { taken, problems }: State): string {
  if (name === '') {
    const given = `Unnamed: ${position}`;
    problems.add('warning', {
      code: 'unnamed-column',
      message: `column ${position + 1} has no name and is called ${quote(given)}`,
      hint: 'leave the row index out on export (in pandas: index=False)',
      column: given,
    });
    return given;
  }
  if (!taken.has(name)) return name;
  problems.add('error', {
    code: 'duplicate-column',
    message: `two columns are called ${quote(name)}`,
    hint: 'give every column its own name in the header line',
    column: name,
  });
  let suffix = taken.get(name) ?? 1;
  while (taken.has(`${name}.${suffix}`)) suffix++;
  taken.set(name, suffix + 1);
  return `${name}.${suffix}`;
}

function readRow(record: CsvRecord, state: State): void {
  const { builders, names, problems } = state;
  const row = ++state.nRows;
  if (record.isUnclosed) {
    problems.add('error', {
      code: 'unclosed-quote',
      message: 'a quote is opened and never closed',
      hint: 'close the quote, or double it where it is part of the text',
      row,
      column: names[record.nCells - 1] ?? '',
    });
  }
  if (record.nCells !== builders.length) {
    problems.add('error', {
      code: 'ragged-row',
      message: `the row has ${record.nCells} cells, the header ${builders.length}`,
      hint: 'put texts that hold the delimiter in quotes, and leave no cell out',
      row,
    });
  }
  for (let column = 0; column < builders.length; column++) {
    const builder = builders[column] as ColumnBuilder;
    if (column >= record.nCells) {
      builder.appendNull();
      continue;
    }
    const start = record.starts[column] as number;
    const end = record.ends[column] as number;
    const quoting = record.quoting[column] as number;
    const fit = builder.append(record.bytes, start, end, quoting);
    if (fit !== 'fits' || quoting === STRAY) reportCell(record, column, { fit, state });
  }
}

function reportCell(record: CsvRecord, cell: number, at: { fit: Fit; state: State }): void {
  const { problems, names, dtypes, nRows } = at.state;
  const value = cellText(record, cell);
  const place = { row: nRows, column: names[cell] as string, value };
  if (record.quoting[cell] === STRAY) {
    problems.add('error', {
      code: 'stray-quote',
      message: `text follows a closing quote: ${quote(value)}`,
      hint: 'double the quotes that are part of the text',
      ...place,
    });
    return;
  }
  if (at.fit === 'not-utf8') {
    problems.add('error', { ...notUtf8(`${quote(value)} holds bytes that are no UTF-8`), ...place });
    return;
  }
  problems.add('error', {
    code: 'wrong-type',
    message: `${quote(value)} is no ${dtypes[cell]}`,
    hint: expectedForms[dtypes[cell] as Dtype],
    ...place,
  });
}

const expectedForms: Readonly<Record<Dtype, string>> = {
  int64: 'write whole numbers without thousands separators, up to 2^53',
  float64:
    'write numbers as 1234.5 (or 1234,5 in a file with semicolons), without units or thousands separators',
  bool: 'write True or False',
  string: 'write any text',
  timestamp: "write instants as '2024-01-31T00:00:00Z'",
};

function mixedDecimals(column: string): Omit<Problem, 'severity' | 'file'> {
  return {
    code: 'mixed-decimals',
    message: `column ${quote(column)} has both decimal points and decimal commas`,
    hint: 'write all numbers of a column the same way, without thousands separators',
    column,
  };
}

function notUtf8(message: string): Omit<Problem, 'severity' | 'file'> {
  return { code: 'not-utf8', message, hint: 'save the file as UTF-8 (in Excel: "CSV UTF-8")' };
}

function cellText(record: CsvRecord, cell: number): string {
  return textOf(
    record.bytes,
    record.starts[cell] as number,
    record.ends[cell] as number,
    record.quoting[cell],
  );
}
