/** Where a text stops being JSON, in the words and positions of Python's `json.loads`. */
export interface JsonError {
  readonly message: string;
  /** Characters before the error. */
  readonly position: number;
}

/**
 * The first error in a text that is not JSON, null if there is none. Engines word and place `JSON.parse` errors
 * differently; an API behind FastAPI answers with Python's, which this mirrors (CPython 3.11), but for NaN
 * and Infinity: those Python reads, and JSON does not have. O(length).
 */
export function locateJsonError(text: string): JsonError | null {
  try {
    const end = skipSpace(text, scanValue(text, skipSpace(text, 0)));
    return end === text.length ? null : { message: 'Extra data', position: end };
  } catch (error) {
    if (error instanceof Failure) return { message: error.message, position: error.position };
    throw error;
  }
}

class Failure extends Error {
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

function scanValue(text: string, at: number): number {
  if (text[at] === '"') return scanString(text, at);
  if (text[at] === '{') return scanObject(text, at);
  if (text[at] === '[') return scanList(text, at);
  LITERAL.lastIndex = at;
  const literal = LITERAL.exec(text);
  if (literal === null) throw new Failure('Expecting value', at);
  return at + literal[0].length;
}

function scanObject(text: string, start: number): number {
  let at = skipSpace(text, start + 1);
  if (text[at] === '}') return at + 1;
  for (;;) {
    if (text[at] !== '"') throw new Failure('Expecting property name enclosed in double quotes', at);
    at = skipSpace(text, scanString(text, at));
    if (text[at] !== ':') throw new Failure("Expecting ':' delimiter", at);
    at = skipSpace(text, scanValue(text, skipSpace(text, at + 1)));
    if (text[at] === '}') return at + 1;
    if (text[at] !== ',') throw new Failure("Expecting ',' delimiter", at);
    at = skipSpace(text, at + 1);
  }
}

function scanList(text: string, start: number): number {
  let at = skipSpace(text, start + 1);
  if (text[at] === ']') return at + 1;
  for (;;) {
    at = skipSpace(text, scanValue(text, at));
    if (text[at] === ']') return at + 1;
    if (text[at] !== ',') throw new Failure("Expecting ',' delimiter", at);
    at = skipSpace(text, at + 1);
  }
}

function scanString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return at + 1;
    if (text.charCodeAt(at) < 0x20) throw new Failure('Invalid control character at', at);
    if (text[at] === '\\') at = scanEscape(text, at, start);
  }
  throw new Failure('Unterminated string starting at', start);
}

/** The position of the escape's last character. */
function scanEscape(text: string, backslash: number, start: number): number {
  const letter = text[backslash + 1];
  if (letter === undefined) throw new Failure('Unterminated string starting at', start);
  if ('"\\/bfnrt'.includes(letter)) return backslash + 1;
  if (letter !== 'u') throw new Failure('Invalid \\escape', backslash);
  if (!/^[0-9a-fA-F]{4}$/.test(text.slice(backslash + 2, backslash + 6))) {
    throw new Failure('Invalid \\uXXXX escape', backslash + 1);
  }
  return backslash + 5;
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && ' \t\n\r'.includes(text[next]!)) next++;
  return next;
}
