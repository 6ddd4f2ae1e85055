import type { Cell, Notebook } from './notebook.ts';
import { checkCells, checkLength, type ImportOptions, uniqueIds } from './notebook-file-error.ts';

interface ReadCell {
  readonly kind: Cell['kind'];
  readonly source: string;
  readonly id: string | null;
}

const MARK = /^<!-- cell (\S*) (code|markdown) -->$/;
const ESCAPED_MARK = /^<!-- \\(\\*)cell /gm;
const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([^\s`]*)[^`]*$/;
const CODE_LANGUAGES = ['js', 'javascript', 'mjs', 'ts', 'typescript'];

/**
 * A notebook from Markdown: what `toMarkdown` wrote comes back as it was, and of any other text the fences of JavaScript
 * and TypeScript become code cells, what lies between them text. Outputs in the text are left out.
 */
export function fromMarkdown(text: string, options: ImportOptions): Notebook {
  checkLength(text);
  // A file that an editor of Windows saved has its line ends everywhere.
  const isOfWindows = /^[^\n]*\r\n/.test(text);
  const { entries, body } = readFrontMatter(isOfWindows ? text.replaceAll('\r\n', '\n') : text);
  const read = readCells(body.split('\n'));
  checkCells(read.map(({ source }) => source));
  const ids = uniqueIds(
    read.map(({ id }) => id),
    options.newId,
  );
  const cells = read.map(({ kind, source }, i): Cell => {
    const id = ids[i]!;
    return kind === 'markdown' ? { kind, id, source } : { kind, id, source, outputs: [], lastRun: null };
  });
  const title = entries.get('title') ?? headingOf(cells) ?? options.title;
  return { kind: 'notebook', version: 1, id: entries.get('notebook') ?? options.newId(), title, cells };
}

/** `name: value` lines between `---` at the start; values may be JSON texts. */
function readFrontMatter(text: string): { entries: ReadonlyMap<string, string>; body: string } {
  const match = /^---\n([\s\S]*?\n)?---(?:\n\n|\n|$)/.exec(text);
  const entries = new Map<string, string>();
  if (match === null) return { entries, body: text };
  for (const line of (match[1] ?? '').split('\n')) {
    const [, name, value] = /^(\w+):[ \t]*([^\n]*?)[ \t]*$/.exec(line) ?? [];
    if (name !== undefined) entries.set(name, unquote(value!));
  }
  return { entries, body: text.slice(match[0].length) };
}

function unquote(value: string): string {
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}

function readCells(lines: readonly string[]): ReadCell[] {
  const cells: ReadCell[] = [];
  let at = 0;
  while (at < lines.length) {
    const [, id, kind] = MARK.exec(lines[at]!) ?? [];
    if (kind === 'markdown') {
      const end = nextMark(lines, at + 1);
      cells.push({ kind, id: decode(id!), source: markedText(lines, at + 1, end) });
      at = end;
      continue;
    }
    if (kind === 'code') at++;
    const code = codeAt(lines, at);
    if (code !== null) {
      cells.push({ kind: 'code', id: kind === 'code' ? decode(id!) : null, source: code.source });
      at = afterOutput(lines, code.end);
      continue;
    }
    const end = endOfText(lines, at);
    const source = trimBlankLines(lines.slice(at, end)).join('\n');
    if (source !== '') cells.push({ kind: 'markdown', id: null, source });
    at = Math.max(end, at + 1);
  }
  return cells;
}

/** The text of a marked cell, without the blank line that stands before the next mark and at the end. */
function markedText(lines: readonly string[], start: number, end: number): string {
  const stop = end - 1 > start && lines[end - 1] === '' ? end - 1 : end;
  return lines.slice(start, stop).join('\n').replace(ESCAPED_MARK, '<!-- $1cell ');
}

function nextMark(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && !MARK.test(lines[at]!)) at++;
  return at;
}

/** The code cell whose fence opens at line `at`; an unclosed fence runs to the end. */
function codeAt(
  lines: readonly string[],
  at: number,
): { readonly source: string; readonly end: number } | null {
  const fence = openFence(lines[at]);
  if (fence === null || !CODE_LANGUAGES.includes(fence.language)) return null;
  const end = closingLine(lines, at, fence.marks);
  return { source: lines.slice(at + 1, end).join('\n'), end: end + 1 };
}

/** Past the outputs that `toMarkdown` may have written after a code cell. */
function afterOutput(lines: readonly string[], from: number): number {
  let at = from;
  while (lines[at] === '') at++;
  const fence = lines[at] === '<!-- output -->' ? openFence(lines[at + 1]) : null;
  return fence === null ? from : closingLine(lines, at + 1, fence.marks) + 1;
}

/** Where text ends: at a mark, or at a fence of code. Other fences belong to the text, with what is in them. */
function endOfText(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && !MARK.test(lines[at]!)) {
    const fence = openFence(lines[at]);
    if (fence !== null && CODE_LANGUAGES.includes(fence.language)) break;
    at = fence === null ? at + 1 : closingLine(lines, at, fence.marks) + 1;
  }
  return Math.min(at, lines.length);
}

function openFence(line: string | undefined): { readonly marks: string; readonly language: string } | null {
  const match = FENCE.exec(line ?? '');
  return match === null ? null : { marks: match[1]!, language: match[2]!.toLowerCase() };
}

/** The line that closes a fence; the end where none does. */
function closingLine(lines: readonly string[], open: number, marks: string): number {
  for (let at = open + 1; at < lines.length; at++) {
    const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(lines[at]!)?.[1];
    if (closing !== undefined && closing[0] === marks[0] && closing.length >= marks.length) return at;
  }
  return lines.length;
}

function trimBlankLines(lines: readonly string[]): readonly string[] {
  const isText = (line: string): boolean => line.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(isText)), lines.findLastIndex(isText) + 1);
}

function headingOf(cells: readonly Cell[]): string | null {
  const [first] = cells;
  return first?.kind === 'markdown' ? (/^# +(.+?)\s*$/m.exec(first.source)?.[1] ?? null) : null;
}

function decode(id: string): string | null {
  try {
    return decodeURIComponent(id);
  } catch {
    return null;
  }
}
