import { quote } from '../errors.ts';
import { invalidParameter, type MlflowException } from './mlflow-exception.ts';

/** The right side of a comparison. Lists stand after IN and NOT IN only. */
export type FilterValue =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'list'; readonly value: readonly string[] };

/** One comparison, such as metrics.auc > 0.8: entity 'metrics', or null where the identifier has no dot. */
export interface Comparison {
  readonly entity: string | null;
  readonly key: string;
  /** In upper case. */
  readonly comparator: string;
  readonly value: FilterValue;
}

interface Token {
  readonly kind: 'identifier' | 'quoted' | 'string' | 'number' | 'comparator' | 'word' | 'punctuation';
  readonly text: string;
}

// One alternative per kind of token. An identifier's first part may be quoted too, its key may hold dots.
const TOKEN =
  /\s*(?:(?<string>'(?:[^']|'')*')|(?<comparator>[<>=!~]+)|(?<number>-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.]))|(?<identifier>(?:[\p{L}_][\p{L}\p{N}_]*|`[^`]*`)\.(?:`[^`]*`|"[^"]*"|[\p{L}_][\p{L}\p{N}_.]*)|`[^`]*`)|(?<quoted>"[^"]*")|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<punctuation>[(),]))/uy;

const WORD_COMPARATORS = ['LIKE', 'ILIKE', 'IN'];

/**
 * Parses MLflow's filter language: comparisons joined by AND. Keys with other than letters, digits and
 * underscores stand in backticks or double quotes; texts in single quotes (double ones are accepted).
 * What a comparison may say is up to the reader of the result.
 */
export function parseFilter(filter: string): Comparison[] {
  if (typeof filter !== 'string') throw invalidFilter(filter, 'it is no text');
  const tokens = tokenize(filter);
  const comparisons: Comparison[] = [];
  let position = 0;
  while (position < tokens.length) {
    if (comparisons.length > 0) {
      if (!isWord(tokens[position], 'AND'))
        throw invalidFilter(filter, `expected AND before ${at(position)}`);
      position++;
    }
    comparisons.push(readComparison());
  }
  return comparisons;

  function readComparison(): Comparison {
    const identifier = tokens[position++];
    if (identifier === undefined || !['identifier', 'word'].includes(identifier.kind)) {
      throw invalidFilter(filter, `expected a name such as metrics.auc, found ${at(position - 1)}`);
    }
    const comparator = readComparator();
    const value = isWord(tokens[position - 1], 'IN') ? readList() : readValue();
    return { ...splitIdentifier(identifier.text), comparator, value };
  }

  function readComparator(): string {
    const token = tokens[position++];
    const text = token?.text.toUpperCase() ?? '';
    if (token?.kind === 'comparator') return text;
    if (token?.kind === 'word' && text === 'NOT' && isWord(tokens[position], 'IN')) {
      position++;
      return 'NOT IN';
    }
    if (token?.kind === 'word' && WORD_COMPARATORS.includes(text)) return text;
    throw invalidFilter(filter, `expected a comparator, found ${at(position - 1)}`);
  }

  function readValue(): FilterValue {
    const token = tokens[position++];
    if (token?.kind === 'string' || token?.kind === 'quoted') {
      return { kind: 'string', value: textOf(token) };
    }
    if (token?.kind === 'number') return { kind: 'number', value: Number(token.text) };
    throw invalidFilter(filter, `expected a number or a quoted text, found ${at(position - 1)}`);
  }

  function readList(): FilterValue {
    const value: string[] = [];
    if (tokens[position++]?.text !== '(') throw invalidFilter(filter, 'expected a list after IN');
    do {
      const token = tokens[position++];
      if (token?.kind !== 'string')
        throw invalidFilter(filter, `expected a quoted text, found ${at(position - 1)}`);
      value.push(textOf(token));
    } while (tokens[position++]?.text === ',');
    if (tokens[position - 1]?.text !== ')') throw invalidFilter(filter, 'the list after IN has no end');
    return { kind: 'list', value };
  }

  function at(index: number): string {
    const token = tokens[index];
    return token === undefined ? 'the end' : quote(token.text);
  }
}

/** The entity and key that an identifier names, quotes removed. */
export function splitIdentifier(identifier: string): { entity: string | null; key: string } {
  const dot = identifier.startsWith('`')
    ? identifier.indexOf('.', identifier.indexOf('`', 1))
    : identifier.indexOf('.');
  if (dot === -1) return { entity: null, key: unquote(identifier) };
  return { entity: unquote(identifier.slice(0, dot)), key: unquote(identifier.slice(dot + 1)) };
}

function tokenize(filter: string): Token[] {
  const tokens: Token[] = [];
  const text = filter.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined) throw invalidFilter(filter, `cannot read ${quote(text.slice(start).trim())}`);
    const [kind, value] = Object.entries(groups).find(([, group]) => group !== undefined) as [
      Token['kind'],
      string,
    ];
    tokens.push({ kind, text: value });
  }
  return tokens;
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toUpperCase() === word;
}

/** A quoted text without its quotes; two single quotes stand for one. */
function textOf({ text }: Token): string {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text.slice(1, -1);
}

function unquote(text: string): string {
  return /^(?:`.*`|".*")$/s.test(text) ? text.slice(1, -1) : text;
}

function invalidFilter(filter: string, problem: string): MlflowException {
  return invalidParameter(
    `invalid filter ${quote(filter)}: ${problem}`,
    "join comparisons by AND, for example: metrics.auc > 0.8 AND params.`max depth` = '5'",
  );
}
