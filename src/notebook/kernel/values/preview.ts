import { estimatorText } from './estimator-text.ts';
import { membersOf } from './members.ts';
import { tableKindOf } from './table-kind.ts';
import { className } from './type-name.ts';

/** How much of a value its text may show. */
export interface PreviewLimits {
  /** Objects inside objects, down to this level. */
  readonly depth: number;
  /** Members of one object. */
  readonly breadth: number;
  /** Characters of the whole. */
  readonly length: number;
}

/** One line of a `ValueTree`. */
export const LINE: PreviewLimits = { depth: 1, breadth: 10, length: 160 };

/** An argument of `console.log`. */
export const CONSOLE: PreviewLimits = { depth: 3, breadth: 100, length: 10_000 };

/** A value on one line, as the console of a browser shows it: `{a: 1, b: 'x'}`, `[1, 2]`, `Map {'k' => 1}`. */
export function previewOf(value: unknown, limits: PreviewLimits = LINE): string {
  const budget = { left: limits.length };
  return cut(write(value, { limits, budget, depth: 0, above: [] }), limits.length);
}

/** `text` cut to `length` characters, with an ellipsis. */
export function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

interface Writing {
  readonly limits: PreviewLimits;
  /** What is left of the whole text: writing ends early where it is used up. */
  readonly budget: { left: number };
  readonly depth: number;
  readonly above: readonly object[];
}

function write(value: unknown, writing: Writing): string {
  try {
    const text =
      typeof value === 'object' && value !== null
        ? writeObject(value, writing)
        : writePrimitive(value, writing.limits);
    if (typeof value !== 'object') writing.budget.left -= text.length;
    return text;
  } catch {
    // A Proxy or an exotic object that refuses to be looked at.
    return '[unreadable]';
  }
}

function writePrimitive(value: unknown, { length }: PreviewLimits): string {
  switch (typeof value) {
    case 'string':
      return quoted(cut(value, length));
    case 'bigint':
      return cut(`${value}n`, length);
    case 'function':
      return functionText(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    default:
      return cut(String(value), length);
  }
}

/** A text in quotes, with line ends and quotes escaped. */
function quoted(text: string): string {
  const escaped = text.replace(/[\\\n\r\t]/g, (char) => ESCAPES[char]!);
  if (!escaped.includes("'")) return `'${escaped}'`;
  return escaped.includes('"') ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped}"`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function functionText(value: object): string {
  const name: unknown = Object.getOwnPropertyDescriptor(value, 'name')?.value;
  const source = Function.prototype.toString.call(value);
  const kind = source.startsWith('class') ? 'class' : 'ƒ';
  return typeof name === 'string' && name !== '' ? cut(`${kind} ${name}`, 100) : `${kind} (anonymous)`;
}

function writeObject(value: object, writing: Writing): string {
  const leaf = leafText(value);
  if (leaf !== null) return leaf;
  const { depth, limits, above } = writing;
  if (above.includes(value)) return '[circular]';
  const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
  const name = className(value);
  const label = name === 'Object' || name === 'Array' ? '' : `${name} `;
  if (depth > limits.depth || writing.budget.left <= 0)
    return isList ? `${name}(${lengthOf(value)})` : `${label}{…}`;
  const { shown, nMore } = membersOf(value, limits.breadth);
  const inner: Writing = { ...writing, depth: depth + 1, above: [...above, value] };
  const parts: string[] = [];
  for (const member of shown) {
    if (writing.budget.left <= 0) break;
    const text = member.kind === 'getter' ? '(…)' : write(member.value, inner);
    const key =
      isList || value instanceof Set
        ? ''
        : value instanceof Map
          ? `${member.name} => `
          : `${keyOf(member.name)}: `;
    parts.push(`${key}${text}`);
    writing.budget.left -= key.length + 2;
  }
  const nLeft = nMore + shown.length - parts.length;
  if (nLeft > 0) parts.push(isList ? `… ${nLeft} more` : '…');
  const sized = isList && label !== '' ? `${name}(${lengthOf(value)}) ` : label;
  return isList ? `${sized}[${parts.join(', ')}]` : `${label}{${parts.join(', ')}}`;
}

/** Objects that are one thing rather than a set of members; null for others. */
function leafText(value: object): string | null {
  if (value instanceof Error) return errorText(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return cut(String(value), 200);
  if (value instanceof Promise) return 'Promise';
  if (value instanceof ArrayBuffer) return `ArrayBuffer(${value.byteLength})`;
  const found = tableKindOf(value);
  if (found?.kind === 'frame') return `DataFrame(${found.frame.shape.join(' × ')})`;
  if (found?.kind === 'series') return `Series(${(found.series.values as unknown[]).length})`;
  if (found?.kind === 'table') {
    const { nRows, columns } = found.table;
    return `${className(value).replace('Object', 'Table')}(${nRows} × ${columns.size})`;
  }
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    return `${className(value)} ${writePrimitive(value.valueOf(), LINE)}`;
  }
  return estimatorText(value);
}

function errorText(error: Error): string {
  return cut(`${readText(error, 'name', 'Error')}: ${readText(error, 'message', '')}`, 1000);
}

/** A text member of an object that may be a stranger's; `fallback` where it cannot be read. */
export function readText(object: object, name: string, fallback: string): string {
  try {
    const value: unknown = (object as Record<string, unknown>)[name];
    return typeof value === 'string' ? value : fallback;
  } catch {
    return fallback;
  }
}

function keyOf(name: string): string {
  return /^(?:[\p{ID_Start}$_][\p{ID_Continue}$]*|\d+|\[Symbol\(.*\)\])$/u.test(name)
    ? cut(name, 100)
    : quoted(cut(name, 100));
}

function lengthOf(value: object): number {
  return (value as ArrayLike<unknown>).length;
}
