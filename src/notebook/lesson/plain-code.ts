// acorn: comments and strings end where JavaScript says, also in code that is no program yet, such as one with blanks.
import { type Token, tokenizer } from 'acorn';

/** A piece of code as it counts in every language, with the line it is on, counted from 1. */
export interface PlainToken {
  readonly text: string;
  readonly line: number;
}

/** Strings after these names are written for the student. */
const PROSE_KEYS = new Set(['hint', 'title', 'label', 'reason', 'description']);

/**
 * Code without comments, layout, and the strings that are prose: those of `hint`, `title`, `label`, `reason` and
 * `description`, what `console` and a `new Error` are told, and within a call of `check` the `name`, and the name of a
 * property. Two languages of a lesson have the same. Null where the code cannot even be split into tokens.
 */
export function plainCode(source: string): readonly PlainToken[] | null {
  const tokens = readTokens(source);
  if (tokens === null) return null;
  const texts = tokens.map(({ start, end }) => source.slice(start, end));
  const plain: PlainToken[] = [];
  const open: Brackets[] = [];
  /** The template literals that are open, each with how many brackets were open at its beginning. */
  const templates: { readonly depth: number; readonly isProse: boolean }[] = [];
  for (const [i, token] of tokens.entries()) {
    const text = texts[i]!;
    const kind = token.type.label;
    const line = token.loc?.start.line ?? 1;
    const around = open.at(-1);
    const isProse = isProseAt(texts, i, around);
    if (kind === '`') {
      if (templates.at(-1)?.depth === open.length) templates.pop();
      else templates.push({ depth: open.length, isProse });
    }
    if (OPENING.has(kind)) open.push(openBrackets(texts, i, around));
    if (CLOSING.has(kind)) open.pop();
    const isHidden =
      (kind === 'string' && isProse) || (kind === 'template' && templates.at(-1)?.isProse === true);
    // A comma before a closing bracket depends on how long the line is.
    if (CLOSING.has(kind) && plain.at(-1)?.text === ',') plain.pop();
    plain.push({ text: isHidden ? '…' : text, line });
  }
  return plain;
}

/** The first line of `source` on which its code differs from `other`'s; null where both are the same but for prose. */
export function findCodeDifference(source: string, other: string): number | null {
  const [mine, theirs] = [plainCode(source), plainCode(other)];
  if (mine === null || theirs === null) return source === other ? null : 1;
  const at = mine.findIndex(({ text }, i) => text !== theirs[i]?.text);
  if (at >= 0) return mine[at]!.line;
  return mine.length === theirs.length ? null : (mine.at(-1)?.line ?? 1);
}

/** The strings of a check that are shown to the student, in order. */
export function hintsOf(source: string): readonly string[] {
  const tokens = readTokens(source) ?? [];
  return tokens.flatMap((token, i) => {
    const key = tokens[i - 2];
    const isHint =
      tokens[i - 1]?.type.label === ':' && key !== undefined && source.slice(key.start, key.end) === 'hint';
    if (!isHint) return [];
    if (token.type.label === 'string') return [unquote(source.slice(token.start, token.end))];
    return token.type.label === '`' ? [source.slice(token.end, source.indexOf('`', token.end))] : [];
  });
}

/** What a pair of brackets is for. */
interface Brackets {
  /** They are, or are within, the arguments of a check. */
  readonly isCheck: boolean;
  /** They are the arguments of something that speaks to the student. */
  readonly speaks: boolean;
}

const OPENING = new Set(['(', '[', '{', '${']);
const CLOSING = new Set([')', ']', '}']);

function openBrackets(texts: readonly string[], i: number, around: Brackets | undefined): Brackets {
  const isCall = texts[i] === '(';
  const isMethod = isCall && texts[i - 2] === '.';
  return {
    isCheck: (around?.isCheck ?? false) || (isMethod && texts[i - 3] === 'check'),
    speaks: (isMethod && texts[i - 3] === 'console') || (isCall && texts[i - 1] === 'Error'),
  };
}

function isProseAt(texts: readonly string[], i: number, around: Brackets | undefined): boolean {
  if (around?.speaks) return true;
  const key = texts[i - 1] === ':' ? texts[i - 2]! : '';
  const namesProperty = texts[i - 1] === '(' && texts[i - 2] === 'property' && texts[i - 4] === 'check';
  return PROSE_KEYS.has(key) || namesProperty || (key === 'name' && (around?.isCheck ?? false));
}

/** The text of a string literal; escaped characters stand for themselves. */
function unquote(literal: string): string {
  return literal.slice(1, -1).replace(/\\(.)/gs, '$1');
}

function readTokens(source: string): readonly Token[] | null {
  try {
    return [
      ...tokenizer(source, {
        ecmaVersion: 'latest',
        sourceType: 'module',
        locations: true,
        allowHashBang: false,
      }),
    ];
  } catch {
    return null;
  }
}
