import { cellsInOrder, type NotebookState } from '../../../../lab/notebook/notebook-state.ts';
import { loadPageWorkspace } from '../../../../lab/workspace/load-page-workspace.ts';
import { declaredNames } from '../declared-names.ts';
import { typescriptDefaults } from './monaco.ts';

const LAB_FOLDER = 'file:///lab/';
const CELL_FOLDER = 'file:///cells/';

/** The compiler's own numbers for these options. */
const ESNEXT = 99;
const NODE = 2;
const FORCE = 3;

/** The files of other cells that the language service has now. */
const given = new Map<string, { readonly content: string; dispose(): void }>();

/** Tells the language service what a cell has in scope: ES2023, the lab API, and nothing of a browser. */
export function declareLab(): void {
  typescriptDefaults.setCompilerOptions({
    ...{ target: ESNEXT, module: ESNEXT, moduleResolution: NODE, moduleDetection: FORCE },
    ...{ lib: ['es2023'], types: [], allowNonTsExtensions: true, allowImportingTsExtensions: true },
    // JavaScript is welcome: types help where they are known and are never asked for.
    ...{ strict: false, noImplicitAny: false, noEmit: true, skipLibCheck: true },
  });
  typescriptDefaults.setDiagnosticsOptions({
    ...{ onlyVisible: true, noSuggestionDiagnostics: true },
    // A promise as the last expression is awaited, and a variable may be there from an earlier text of a cell.
    diagnosticCodesToIgnore: [80007],
  });
  void addLabFiles();
}

/**
 * Tells the language service what the other cells declare, with the types that their code gives. Where several declare
 * a name, the nearest above the edited one counts, else the first below.
 */
export function declareCells(state: NotebookState, editedId: string): void {
  const cells = cellsInOrder(state).map(({ cell }) => cell);
  const at = cells.findIndex(({ id }) => id === editedId);
  const inOrder = [...cells.slice(at + 1).reverse(), ...cells.slice(0, Math.max(at, 0))];
  const owners = new Map<string, { readonly cellId: string; readonly isType: boolean }>();
  const libs: [path: string, content: string][] = [];
  for (const { id, kind, source } of inOrder) {
    if (kind !== 'code') continue;
    const names = declaredNames(source);
    for (const { name, isType } of names) owners.set(name, { cellId: id, isType });
    libs.push([
      `${CELL_FOLDER}${id}.ts`,
      `${source}\nexport { ${names.map(({ name }) => name).join(', ')} };`,
    ]);
  }
  const lines = [...owners].map(([name, { cellId, isType }]) =>
    isType
      ? `type ${name} = import('./${cellId}.ts').${name};`
      : `let ${name}: typeof import('./${cellId}.ts').${name};`,
  );
  const others = state.variables
    .filter(({ name }) => !owners.has(name))
    .map(({ name }) => `let ${name}: any;`);
  libs.push([`${CELL_FOLDER}globals.d.ts`, globalFile([...lines, ...others])]);
  give(new Map(libs));
}

/** Gives the language service these files of cells, and takes away those that are gone. */
function give(files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) {
    if (given.get(path)?.content === content) continue;
    given.set(path, { content, ...typescriptDefaults.addExtraLib(content, path) });
  }
  for (const [path, lib] of given) {
    if (files.has(path)) continue;
    lib.dispose();
    given.delete(path);
  }
}

async function addLabFiles(): Promise<void> {
  const [{ default: files }, names] = await Promise.all([import('virtual:lab-types'), namesInScope()]);
  for (const [path, content] of Object.entries(files))
    typescriptDefaults.addExtraLib(content, LAB_FOLDER + path);
  typescriptDefaults.addExtraLib(globalFile(labGlobals(names)), `${LAB_FOLDER}globals.d.ts`);
}

/** The lab API's names are those that it really has. */
async function namesInScope(): Promise<readonly string[]> {
  return Object.keys((await loadPageWorkspace()).api);
}

function labGlobals(names: readonly string[]): string[] {
  const api = "import('./src/notebook/lab-api/lab-api.ts').LabApi";
  return [
    ...names.map((name) => `const ${name}: ${api}['${name}'];`),
    ...names
      .filter((name) => /^[A-Z]/.test(name))
      .map((name) => `type ${name} = InstanceType<${api}['${name}']>;`),
    "const plot: typeof import('./src/notebook/kernel/plot.ts').plot;",
    '/** Shows values as outputs of the cell, in the order of the calls. */',
    'function display(...values: unknown[]): void;',
    '/** danfojs, loaded on first use. */',
    "const dfd: ReturnType<import('./src/notebook/lab-api/danfo.ts').DanfoLoader>;",
    'const console: { [level in "log" | "info" | "warn" | "error" | "debug" | "table"]: (...values: unknown[]) => void };',
    'function setTimeout(run: () => void, ms?: number): number;',
    'function clearTimeout(timer: number | undefined): void;',
    'const performance: { now(): number };',
  ];
}

function globalFile(lines: readonly string[]): string {
  return `export {};\ndeclare global {\n${lines.join('\n')}\n}\n`;
}
