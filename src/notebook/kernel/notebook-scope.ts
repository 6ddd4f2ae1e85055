import { suggest } from '../../core/errors.ts';
import type { CompiledCell } from '../cell/compile-cell.ts';
import { type Outside, UnknownNameError, Variable, type VariableContent } from './variable.ts';

/** The variables of a notebook by name, those of the lab API among them. */
export interface NotebookScope {
  /** Whether a name is the host's own, such as `Math`, which no cell has declared anew. */
  isHostName(name: string): boolean;
  /** The variable of a name; made where it is not there yet, holding nothing. */
  variable(name: string): Variable;
  /** A variable of this name that is no part of the notebook. */
  detached(name: string): Variable;
  /** Takes the declaration of a cell back: the name means again what it does where none declares it. */
  forget(name: string): void;
  /** Variables that cells declared, in order of their names. */
  declared(): readonly Variable[];
  /** Names that later cells declare which have not run, for the hint of an error. */
  setDeclaredLater(names: readonly string[]): void;
}

/** What a name that Python has is called here. */
const PYTHON: Readonly<Record<string, string>> = {
  True: 'JavaScript writes true',
  False: 'JavaScript writes false',
  None: 'JavaScript writes null',
  print: 'write console.log(…)',
  len: 'a list has .length, a lab table .nRows',
  range: 'write for (let i = 0; i < n; i++), or Array.from({ length: n }, (_, i) => i)',
  self: 'inside a class write this',
  pd: 'danfojs is dfd, and lab tables give a DataFrame with toDf()',
  np: 'JavaScript has arrays, typed arrays and Math',
  plt: 'write plot(table, { x, y })',
  df: 'a lab table gives a DataFrame with toDf()',
};

/** Makes the scope with the lab's names in it. `globals` is where the host's names are looked up. */
export function createNotebookScope(
  api: Readonly<Record<string, unknown>>,
  globals: object = globalThis,
): NotebookScope {
  const variables = new Map<string, Variable>();
  let declaredLater: readonly string[] = [];
  const outside: Outside = {
    read(name) {
      if (name in globals) return (globals as Record<string, unknown>)[name];
      throw new UnknownNameError(`${name} is not defined`, hintFor(name));
    },
    peek: (name) => (globals as Record<string, unknown>)[name],
    refuseWrite(name) {
      const hint = `declare it first, with const or let: let ${name} = …`;
      throw new UnknownNameError(`${name} is not defined`, hint);
    },
  };
  const hintFor = (name: string): string => {
    if (declaredLater.includes(name)) return `a later cell declares ${name}: run that cell first`;
    if (Object.hasOwn(PYTHON, name)) return PYTHON[name]!;
    const known = [...variables.values()]
      .filter(({ state }) => state !== 'none')
      .map((variable) => variable.name);
    const hint = suggest(name, known);
    return hint.startsWith('did you mean')
      ? hint
      : `declare it with const or let, or run the cell that declares it`;
  };
  const variable = (name: string): Variable => {
    const found = variables.get(name) ?? new Variable(name, outside);
    variables.set(name, found);
    return found;
  };
  for (const [name, value] of Object.entries(api)) variable(name).provide(value);
  return {
    variable,
    detached: (name) => new Variable(name, outside),
    isHostName: (name) => name in globals && (variables.get(name)?.state ?? 'none') === 'none',
    forget(name) {
      if (Object.hasOwn(api, name)) variable(name).provide(api[name]);
      else variable(name).restore({ state: 'none', descriptor: undefined });
    },
    declared: () =>
      [...variables.values()]
        .filter(({ state }) => state === 'let' || state === 'const')
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    setDeclaredLater(names) {
      declaredLater = names;
    },
  };
}

/** The variables of one run, and what to do when it has ended. */
export interface CellVariables {
  readonly values: readonly Variable[];
  /** A variable whose declaration was not reached holds again what it held before. */
  settle(): void;
}

/**
 * Takes a cell's variables from the notebook and makes those ready that it declares: `var` is undefined from the start,
 * the others may not be read before their declaration. `own` variables are no part of the notebook.
 */
export function openVariables(
  scope: NotebookScope,
  cell: Pick<CompiledCell, 'parameters' | 'declarations'>,
  own: ReadonlyMap<string, Variable> = new Map(),
): CellVariables {
  const find = (name: string): Variable => own.get(name) ?? scope.variable(name);
  const before: [Variable, VariableContent][] = [];
  for (const { name, kind } of cell.declarations) {
    const variable = find(name);
    if (kind === 'var' || kind === 'function') {
      // As for a script that runs again, a `var` keeps what it holds.
      if (variable.state !== 'let') variable.l = undefined;
    } else before.push([variable, variable.unset()]);
  }
  return {
    values: cell.parameters.map(find),
    settle() {
      for (const [variable, content] of before) if (variable.state === 'unset') variable.restore(content);
    },
  };
}
