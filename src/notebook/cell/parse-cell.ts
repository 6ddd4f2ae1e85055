// Reads today's JavaScript with exact positions, in a tenth of the TypeScript compiler's size.
import { type Options, type Program, parse } from 'acorn';
import type { CellSyntaxError } from './cell-syntax-error.ts';
import { positionAt, type SourcePosition } from './source-position.ts';
import type { StripTypes } from './strip-types.ts';
import { type AcornError, describeSyntaxError } from './syntax-messages.ts';

/** A cell as JavaScript: its own source, or that without its types. */
export interface ParsedCell {
  readonly code: string;
  readonly program: Program;
  /** Where a place of `code` lies in the cell's source. */
  toSource(position: SourcePosition): SourcePosition;
}

// `ranges` are what the scope analysis goes by.
const OPTIONS: Options = {
  ecmaVersion: 'latest',
  sourceType: 'module',
  allowAwaitOutsideFunction: true,
  ranges: true,
};

/** Whether a source can be read as it is; else it has types, or an error. */
export function isJavaScript(source: string): boolean {
  return !isError(tryParse(source));
}

/**
 * Reads a cell: as JavaScript, and where that fails, with its TypeScript types stripped, if there is what strips them.
 * Throws `CellSyntaxError` at the place where the reading came furthest.
 */
export function parseCell(source: string, stripTypes: StripTypes | null): ParsedCell {
  const plain = tryParse(source);
  if (!isError(plain)) return { code: source, program: plain, toSource: (position) => position };
  if (stripTypes === null) throw errorAt(source, plain);
  const stripped = stripTypes(source);
  if ('offset' in stripped) {
    // sucrase reads on where acorn meets a type, but overlooks what acorn finds, such as a '#' that starts no comment.
    if (stripped.offset <= plain.pos || source[plain.pos - 1] === '#') throw errorAt(source, plain);
    throw errorAt(source, { message: 'Unexpected token', pos: stripped.offset });
  }
  const { code, toSource } = stripped;
  const program = tryParse(code);
  if (!isError(program)) return { code, program, toSource };
  throw describeSyntaxError(code, program, toSource(positionAt(code, program.pos)));
}

function tryParse(code: string): Program | AcornError {
  try {
    return parse(code, OPTIONS);
  } catch (error) {
    return error as AcornError;
  }
}

function isError(parsed: Program | AcornError): parsed is AcornError {
  return 'pos' in parsed;
}

function errorAt(source: string, error: AcornError): CellSyntaxError {
  return describeSyntaxError(source, error, positionAt(source, error.pos));
}
