import type { Declaration } from './cell-scope.ts';
import { readScope } from './cell-scope.ts';
import { CellSyntaxError } from './cell-syntax-error.ts';
import { mentionsDanfo } from './mentions-danfo.ts';
import { type ParsedCell, parseCell } from './parse-cell.ts';
import { rewriteCell } from './rewrite-cell.ts';
import { offsetAt, originalPosition, positionAt, type SourcePosition } from './source-position.ts';
import type { StripTypes } from './strip-types.ts';
import { findUnawaited } from './unawaited.ts';
import { walk } from './walk.ts';

/** A cell as a program that a kernel can run. */
export interface CompiledCell {
  /** An expression: an async function of the run and of `parameters`, see `rewriteCell`. */
  readonly code: string;
  readonly parameters: readonly string[];
  readonly declarations: readonly Declaration[];
  /** Names from outside, the host's own left out. */
  readonly reads: ReadonlySet<string>;
  readonly writes: ReadonlySet<string>;
  /** Statements whose value the run is told, by their number. */
  readonly statements: readonly { readonly line: number; readonly label: string }[];
  /** Declared variables that nothing in the cell awaits or chains: a promise in one of them was forgotten. */
  readonly unawaited: readonly { readonly name: string; readonly line: number }[];
  readonly mentionsDanfo: boolean;
  /** Where a place of `code` lies in the cell's source. */
  toSource(position: SourcePosition): SourcePosition;
}

/** Compiles a cell; `isHostName` tells names that are the host's own, such as `Math`. Throws `CellSyntaxError`. */
export function compileCell(
  source: string,
  isHostName: (name: string) => boolean,
  stripTypes: StripTypes | null,
): CompiledCell {
  const parsed = parseCell(source, stripTypes);
  refuseModuleSyntax(parsed);
  const { code, program } = parsed;
  const scope = readScope(program);
  const { text, parameters, statements, callees } = rewriteCell({ code, program, scope, isHostName });
  const lineOf = (offset: number): number => parsed.toSource(positionAt(code, offset)).line;
  let mappings: ReturnType<typeof text.generateDecodedMap>['mappings'] | null = null;
  return {
    code: text.toString(),
    parameters,
    declarations: scope.declarations,
    reads: new Set([...scope.freeReads].filter((name) => !isHostName(name))),
    writes: new Set([...scope.freeWrites].filter((name) => !isHostName(name))),
    statements: statements.map(({ offset, label }) => ({ line: lineOf(offset), label })),
    unawaited: findUnawaited(program, scope).map(({ name, offset }) => ({ name, line: lineOf(offset) })),
    mentionsDanfo: mentionsDanfo(program),
    toSource(position) {
      // Only an error asks, and the map of every character takes a while.
      mappings ??= text.generateDecodedMap({ hires: true }).mappings;
      const place = originalPosition(mappings, position);
      const callee = callees.get(offsetAt(code, place));
      return parsed.toSource(callee === undefined ? place : positionAt(code, callee));
    },
  };
}

/** What only a module may contain, and what would have to end with the cell. */
function refuseModuleSyntax({ code, program, toSource }: ParsedCell): void {
  walk(program, ({ node, parent }) => {
    const place = toSource(positionAt(code, node.start));
    if (node.type === 'ImportDeclaration') {
      const hint = 'what a cell needs is there already: leave the import away; danfojs is dfd';
      throw new CellSyntaxError('a cell cannot import modules', hint, place);
    }
    if (/^Export/.test(node.type)) {
      const hint = 'every later cell sees what this one declares: leave export away';
      throw new CellSyntaxError('a cell exports nothing', hint, place);
    }
    if (node.type === 'MetaProperty' && node.meta.name === 'import') {
      throw new CellSyntaxError(
        'import.meta is not there in a cell',
        'a cell is no file: leave it away',
        place,
      );
    }
    const isUsing = node.type === 'VariableDeclaration' && /using$/.test(node.kind);
    if (isUsing && parent?.node.type === 'Program') {
      const hint = 'variables of a notebook stay for the next cells: declare it with const';
      throw new CellSyntaxError(`${node.kind} stands at the top of a cell`, hint, place);
    }
  });
}
