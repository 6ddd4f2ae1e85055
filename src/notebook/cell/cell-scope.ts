import type { Identifier, Program } from 'acorn';
// Which identifier means which variable, by ESLint's own analysis: hoisting, blocks, patterns, classes, defaults.
import { analyze, type Reference, type Variable } from 'eslint-scope';
import type * as estree from 'estree';

/** How a cell declares a variable of the notebook. */
export type DeclarationKind = 'var' | 'let' | 'const' | 'function' | 'class';

/** A variable of the notebook that a cell declares at its top level. */
export interface Declaration {
  readonly name: string;
  readonly kind: DeclarationKind;
  /** Offset of the name where it is first declared. */
  readonly offset: number;
}

/** What a cell's identifiers mean at its top level. */
export interface CellScope {
  readonly declarations: readonly Declaration[];
  /** Every identifier that stands for a declared variable, or for one from outside the cell. */
  readonly names: ReadonlySet<Identifier>;
  /** Names from outside that the cell reads, and those that it assigns. */
  readonly freeReads: ReadonlySet<string>;
  readonly freeWrites: ReadonlySet<string>;
}

/** Finds the variables that a cell declares for the notebook, and those that it takes from it. */
export function readScope(program: Program): CellScope {
  const scopes = analyze(program as estree.Program, { ecmaVersion: 2024, sourceType: 'module' });
  const { through, childScopes } = scopes.globalScope!;
  const top = childScopes[0]!;
  const declared = top.variables.filter(({ defs }) => defs.length > 0);
  const own = declared.flatMap(({ identifiers, references }) => [
    ...identifiers,
    ...references.map(({ identifier }) => identifier),
  ]);
  const free = through.map(({ identifier }) => identifier);
  return {
    declarations: declared.map(declarationOf),
    names: new Set([...own, ...free] as Identifier[]),
    freeReads: namesOf(through.filter((reference) => reference.isRead())),
    freeWrites: namesOf(through.filter((reference) => reference.isWrite())),
  };
}

function declarationOf({ name, defs }: Variable): Declaration {
  const { type, parent, name: identifier } = defs[0]!;
  const offset = (identifier as unknown as Identifier).start;
  if (type === 'FunctionName') return { name, kind: 'function', offset };
  if (type === 'ClassName') return { name, kind: 'class', offset };
  return { name, kind: (parent as { kind: 'var' | 'let' | 'const' }).kind, offset };
}

function namesOf(references: readonly Reference[]): Set<string> {
  return new Set(references.map(({ identifier }) => (identifier as estree.Identifier).name));
}
