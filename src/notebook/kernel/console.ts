import { ownMember } from '../../core/own-member.ts';
import { columnFromCells, type Row } from '../../core/table/from-rows.ts';
import { createTable } from '../../core/table/table.ts';
import type { CellOutput, TextOutput } from '../document/output.ts';
import { displayOutput } from './display.ts';
import { CONSOLE, cut, previewOf } from './values/preview.ts';
import { tableOutputOf, toTableOutput } from './values/table-output.ts';

/** What the console of cells needs of the kernel. */
export interface ConsoleContext {
  emit(output: CellOutput): void;
  /** Milliseconds from any beginning, for `console.time`. */
  readonly timer: () => number;
}

const TEXT_LENGTH = 100_000;

/** `console` as cells have it: the browser's methods, whose texts, tables and values become outputs of the cell. */
export function createConsole({ emit, timer }: ConsoleContext) {
  let depth = 0;
  const counts = new Map<string, number>();
  const times = new Map<string, number>();
  const say = (level: TextOutput['level'], text: string): void => {
    const indent = '  '.repeat(depth);
    const shown = cut(text, TEXT_LENGTH);
    emit({ kind: 'text', level, text: depth === 0 ? shown : indent + shown.replaceAll('\n', `\n${indent}`) });
  };
  const log =
    (level: TextOutput['level']) =>
    (...args: unknown[]): void => {
      const [only] = args;
      const isLoneObject = args.length === 1 && typeof only === 'object' && only !== null;
      if (!isLoneObject || level === 'warn' || level === 'error') say(level, formatConsole(args));
      else emit(displayOutput(only));
    };
  const elapsed = (label: string): string => {
    const start = times.get(label);
    return start === undefined ? 'no timer of this name was started' : `${(timer() - start).toFixed(1)} ms`;
  };
  const group = (...args: unknown[]): void => {
    if (args.length > 0) say('log', formatConsole(args));
    depth = Math.min(depth + 1, 20);
  };
  return {
    debug: log('debug'),
    log: log('log'),
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
    trace: log('log'),
    dir: (value: unknown): void => emit(displayOutput(value)),
    table(value: unknown, columns?: readonly string[]): void {
      emit(consoleTable(value, columns) ?? displayOutput(value));
    },
    assert(condition: unknown, ...args: unknown[]): void {
      if (condition) return;
      const text = args.length > 0 ? `: ${formatConsole(args)}` : '';
      say('error', `Assertion failed${text}`);
    },
    count(label = 'default'): void {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      say('log', `${label}: ${counts.get(label)}`);
    },
    countReset: (label = 'default'): void => void counts.delete(label),
    time: (label = 'default'): void => void times.set(label, timer()),
    timeLog: (label = 'default', ...args: unknown[]): void =>
      say(
        'log',
        [`${label}: ${elapsed(label)}`, ...(args.length > 0 ? [formatConsole(args)] : [])].join(' '),
      ),
    timeEnd(label = 'default'): void {
      say('log', `${label}: ${elapsed(label)}`);
      times.delete(label);
    },
    group,
    groupCollapsed: group,
    groupEnd(): void {
      depth = Math.max(0, depth - 1);
    },
    clear: (): void => undefined,
  };
}

/** The text of a console call: `%s %d %i %f %o %O %j %c %%` filled in as browsers do, the rest with spaces between. */
export function formatConsole(args: readonly unknown[]): string {
  const [format, ...values] = args;
  if (typeof format !== 'string') return args.map(textOf).join(' ');
  const filled = format.replace(/%([sdifoOjc%])/g, (directive, letter: string) => {
    if (letter === '%') return values.length === args.length - 1 && args.length === 1 ? '%%' : '%';
    if (values.length === 0) return directive;
    return fill(letter, values.shift());
  });
  return [filled, ...values.map(textOf)].join(' ');
}

function fill(letter: string, value: unknown): string {
  if (letter === 'c') return '';
  if (letter === 's') return typeof value === 'object' ? previewOf(value, CONSOLE) : textOf(value);
  if (letter === 'd' || letter === 'i' || letter === 'f') {
    const number = typeof value === 'object' || typeof value === 'symbol' ? Number.NaN : Number(value);
    return String(letter === 'i' ? Math.trunc(number) : number);
  }
  return previewOf(value, CONSOLE);
}

/** Texts as they are, anything else as its preview. */
function textOf(value: unknown): string {
  if (typeof value === 'number' && value !== 0) return String(value);
  return typeof value === 'string' ? value : previewOf(value, CONSOLE);
}

/** A list of rows, of lists or of values as a table, in front of it where each comes from; null for anything else. */
function consoleTable(value: unknown, columns: readonly string[] | undefined): CellOutput | null {
  const whole = columns === undefined ? tableOutputOf(value) : null;
  if (whole !== null || typeof value !== 'object' || value === null) return whole;
  const entries = Object.entries(value);
  if (entries.length === 0) return null;
  const rows = entries.map(
    ([, row]): Row => (typeof row === 'object' && row !== null ? row : { Values: row }),
  );
  const names = columns ?? [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const keys = entries.map(([key], i) => (Array.isArray(value) ? i : key));
  const table = createTable([
    ['(index)', columnFromCells(keys)],
    ...names.map(
      (name) => [name, columnFromCells(uniform(rows.map((row) => ownMember(row, name))), { name })] as const,
    ),
  ]);
  return toTableOutput(table, 'Table');
}

/** Cells that one column can hold: those of several types, or of none that a column has, are made texts. */
function uniform(cells: readonly unknown[]): readonly unknown[] {
  const given = cells.filter((cell) => cell !== null && cell !== undefined);
  const types = new Set<string>(given.map((cell) => (cell instanceof Date ? 'date' : typeof cell)));
  const isPlain =
    types.size <= 1 && !['object', 'function', 'symbol', 'bigint'].some((type) => types.has(type));
  return isPlain ? cells : cells.map((cell) => (cell === null || cell === undefined ? null : textOf(cell)));
}
