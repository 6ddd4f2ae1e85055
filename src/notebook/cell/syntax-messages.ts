import { tokenizer } from 'acorn';
import { CellSyntaxError } from './cell-syntax-error.ts';
import { positionAt, type SourcePosition } from './source-position.ts';

/** What acorn throws; `pos` is an offset into the text it read. */
export interface AcornError {
  readonly message: string;
  readonly pos: number;
}

/** What to do about a message of acorn's, by how the message begins. */
const HINTS: readonly (readonly [start: string, hint: string])[] = [
  ['Unterminated string', 'close the text with the quote that opens it, on the same line'],
  ['Unterminated template', 'close the template with a backtick'],
  ['Unterminated comment', 'close the comment with */'],
  ['Unterminated regular expression', 'close it with /, or write a division with a number on its left'],
  ["'return' outside", 'a cell shows the value of its last line: leave the return away'],
  [
    "Cannot use keyword 'await'",
    'await stands at the top of a cell or in an async function: put async before the function',
  ],
  [
    'Assigning to rvalue',
    'on the left of = stands a name, a member such as a.b, or a pattern; compare with ===',
  ],
  ['Invalid number', 'write octal numbers as 0o12'],
  ['Unsyntactic break', 'break stands in a loop or a switch'],
  ['Unsyntactic continue', 'continue stands in a loop'],
  ['Deleting local variable', 'delete removes members such as a.b; a variable stays'],
  ["'with' in strict", 'name the object each time, or take its members out: const { a } = object'],
  ["'import' and 'export'", 'what a cell needs is there already: leave the import away, dfd is danfojs'],
];

/** A syntax error in plain words, with what to do about it. `place` is where it lies in the student's source. */
export function describeSyntaxError(code: string, error: AcornError, place: SourcePosition): CellSyntaxError {
  const message = error.message.replace(/ \(\d+:\d+\)$/, '');
  if (message.startsWith('Unexpected token')) return unexpectedToken(code, error.pos, place);
  const declared = /^Identifier '(.+)' has already been declared$/.exec(message)?.[1];
  if (declared !== undefined) {
    const hint = `a cell declares a name once: rename one of them, or assign with ${declared} = …`;
    return new CellSyntaxError(`${declared} is declared twice in this cell`, hint, place);
  }
  if (code[error.pos - 1] === '#' || code[error.pos] === '#') {
    return new CellSyntaxError("'#' starts no comment in JavaScript", 'write comments as // …', place);
  }
  const hint = HINTS.find(([start]) => message.startsWith(start))?.[1];
  return new CellSyntaxError(message, hint ?? 'look at this place and at the end of the line before', place);
}

function unexpectedToken(code: string, offset: number, place: SourcePosition): CellSyntaxError {
  const token = tokenAt(code, offset);
  if (token === '') {
    const open = lastOpenBracket(code);
    const hint =
      open === null ? 'something is missing at the end' : `close the '${open.bracket}' of line ${open.line}`;
    return new CellSyntaxError('the cell ends too early', hint, place);
  }
  return new CellSyntaxError(`Unexpected token '${token}'`, hintForToken(code, offset, token), place);
}

/** Words of Python at the start of a statement, and what JavaScript says instead. */
const PYTHON: Readonly<Record<string, string>> = {
  def: 'functions are written function name(arguments) { … }',
  elif: 'write else if (…) { … }',
  from: 'what a cell needs is there already: leave the import away',
  and: 'write && for and',
  or: 'write || for or',
  not: 'write ! for not',
  print: 'write console.log(…)',
  lambda: 'write (x) => …',
  is: 'compare with ===',
};

function hintForToken(code: string, offset: number, token: string): string {
  const line = code.slice(code.lastIndexOf('\n', offset - 1) + 1, offset);
  const words = [
    token,
    ...(line.match(/\w+/g) ?? []).slice(-1),
    ...(line.match(/^\s*(\w+)/)?.slice(1) ?? []),
  ];
  const python = words.find((word) => Object.hasOwn(PYTHON, word));
  if (python !== undefined) return PYTHON[python]!;
  if (token === ':') return 'blocks are written with braces: if (…) { … }';
  if (')]}'.includes(token))
    return `there is no open bracket for this '${token}', or something is missing before it`;
  return 'look just before this place: a comma, an operator or a bracket may be missing or too much';
}

/** The token at `offset` as it is written; '' at the end. */
function tokenAt(code: string, offset: number): string {
  try {
    const { start, end } = tokenizer(code.slice(offset), { ecmaVersion: 'latest' }).getToken();
    return code.slice(offset + start, offset + Math.min(end, start + 20));
  } catch {
    return code.slice(offset, offset + 1);
  }
}

function lastOpenBracket(code: string): { readonly bracket: string; readonly line: number } | null {
  const open: { bracket: string; line: number }[] = [];
  try {
    for (const { start, end } of tokenizer(code, { ecmaVersion: 'latest' })) {
      const text = code.slice(start, end);
      if ('([{'.includes(text) || text === '${')
        open.push({ bracket: text, line: positionAt(code, start).line });
      else if (')]}'.includes(text)) open.pop();
    }
  } catch {
    // What stands before the place that cannot be read is enough.
  }
  return open.at(-1) ?? null;
}
