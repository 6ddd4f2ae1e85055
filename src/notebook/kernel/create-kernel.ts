import type { Progress } from '../../core/task.ts';
import { CellSyntaxError } from '../cell/cell-syntax-error.ts';
import { type CompiledCell, compileCell } from '../cell/compile-cell.ts';
import { isJavaScript } from '../cell/parse-cell.ts';
import type { StripTypes } from '../cell/strip-types.ts';
import type { CellOutput } from '../document/output.ts';
import type { CheckResult } from '../lab-api/check.ts';
import type { CellHooks } from './cell-hooks.ts';
import { CellRun, type RunnableCell } from './cell-run.ts';
import { createCellTasks } from './cell-tasks.ts';
import { createConsole } from './console.ts';
import { createDanfoModule, type LoadDanfo } from './danfo-module.ts';
import { displayOutput, displayOutputs } from './display.ts';
import { syntaxErrorOutput, toErrorOutput } from './error-output.ts';
import type { CellProgram, CellResult, Kernel, RunListener, VariableSummary } from './kernel.ts';
import { createNotebookScope, openVariables } from './notebook-scope.ts';
import { OUTPUT_LIMITS, type OutputLimits } from './output-sink.ts';
import { plot } from './plot.ts';
import { createPrograms } from './programs.ts';
import { isInstance } from './values/is-instance.ts';
import { previewOf } from './values/preview.ts';
import { columnsOf } from './values/table-output.ts';
import { typeName } from './values/type-name.ts';
import { toValueTree } from './values/value-tree.ts';
import type { Variable } from './variable.ts';

/** What a kernel needs of its host. */
export interface KernelOptions {
  /**
   * Evaluates an expression in the host's global scope, under a name that stacks of errors repeat: in a worker an
   * indirect `eval` with `//# sourceURL=`, in Node a `vm.Script`.
   */
  readonly evaluate: (code: string, sourceName: string) => unknown;
  /** The name under which a program was evaluated, for what a stack calls it; left out, the same. */
  readonly nameOfSource?: (source: string) => string;
  /**
   * The names that cells have in scope: `(hooks) => createLabApi({ ...context, ...hooks })`. A `console` among them
   * takes the place of the kernel's own.
   */
  readonly api: (hooks: CellHooks) => Readonly<Record<string, unknown>>;
  readonly loadDanfo?: LoadDanfo;
  /** Gets what strips types, for the first cell that is no plain JavaScript. */
  readonly loadStripTypes: () => Promise<StripTypes>;
  /** Milliseconds from any beginning, such as `performance.now`. */
  readonly timer: () => number;
  readonly limits?: OutputLimits;
  /** Whether the value of a cell's last expression is shown; a script shows only what it prints. Default true. */
  readonly showsResult?: boolean;
}

/** Makes a kernel with an empty notebook. */
export function createKernel(options: KernelOptions): Kernel {
  const { evaluate, timer, limits = OUTPUT_LIMITS, showsResult = true } = options;
  const programs = createPrograms(options.nameOfSource);
  let running: CellRun | null = null;
  let latest: CellRun | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let result: unknown;
  let stripTypes: StripTypes | null = null;

  // Between runs, timers and forgotten promises speak for the cell that ran last.
  const emit = (output: CellOutput): void => latest?.emit(output);
  const danfo = createDanfoModule(options.loadDanfo, (module) => {
    const variable = scope.variable('dfd');
    if (variable.state === 'none') variable.provide(module);
  });
  const hooks: CellHooks = {
    tasks: createCellTasks(() => running && taskOwner(running)),
    onCheck: (found) => emit({ kind: 'check', result: plainResult(found) }),
    warn: (text) => emit({ kind: 'text', level: 'warn', text }),
    danfo: () => danfo.get(),
  };
  const cellConsole = createConsole({ emit, timer });
  const names = {
    console: cellConsole,
    display: (...values: unknown[]): void => display(values, emit),
    plot,
    ...options.api(hooks),
  };
  const print = names.console as Pick<typeof cellConsole, 'log'>;
  const scope = createNotebookScope(names);

  /** By name, the cell that declared it last. */
  const declaredBy = new Map<string, string>();

  const compile = async (source: string): Promise<CompiledCell> => {
    const isHostName = (name: string): boolean => name !== 'result' && scope.isHostName(name);
    // Where it cannot be had, types are told of as what JavaScript does not know.
    if (!isJavaScript(source)) stripTypes ??= await options.loadStripTypes().catch(() => null);
    return compileCell(source, isHostName, stripTypes);
  };

  const runCell = async (cell: CellProgram, listener: RunListener): Promise<CellResult> => {
    const own = new Map<string, Variable>();
    let compiled: CompiledCell;
    try {
      compiled = await compile(cell.source);
    } catch (error) {
      const isOfCell = error instanceof CellSyntaxError;
      listener.onOutput(isOfCell ? syntaxErrorOutput(error, cell.cellId) : toErrorOutput(error, () => null));
      return { end: 'error', reads: [], writes: [] };
    }
    if (cell.scope === 'own') {
      for (const { name } of compiled.declarations) own.set(name, scope.detached(name));
      if (!own.has('result')) own.set('result', scope.detached('result'));
      own.get('result')!.l = result;
    }
    const run = new CellRun(cell, compiled, { listener, locate: programs.locate, limits });
    running = latest = run;
    if (cell.scope === 'attempt') forgetFormer(cell.cellId);
    scope.setDeclaredLater(cell.declaredLater ?? []);
    const variables = openVariables(scope, compiled, own);
    let failure: { readonly error: unknown } | null = null;
    try {
      const program = evaluate(compiled.code, programs.add(cell.cellId, compiled)) as RunnableCell;
      if (compiled.mentionsDanfo) await run.orLeave(danfo.load());
      danfo.printInto((text) => print.log(text));
      await run.execute(program, variables.values);
      if (run.shown !== null && showsResult) {
        for (const output of await displayOutputs(run.shown.value)) run.emit(output);
      }
    } catch (error) {
      failure = { error };
    }
    variables.settle();
    if (cell.scope !== 'own') for (const { name } of compiled.declarations) declaredBy.set(name, cell.cellId);
    if (cell.scope !== 'own') result = run.shown?.value;
    await run.settle((name) => (own.get(name) ?? scope.variable(name)).t);
    if (failure !== null) run.fail(failure.error, promisesOf(compiled, variables.values));
    running = null;
    return { end: run.hasFailed ? 'error' : 'ok', ...accessOf(compiled, own) };
  };

  const forgetFormer = (cellId: string): void => {
    for (const [name, declarer] of declaredBy) {
      if (declarer !== cellId) continue;
      scope.forget(name);
      declaredBy.delete(name);
    }
  };

  /** What a cell takes from the notebook and leaves there; the lab's own names are no part of it. */
  const accessOf = (compiled: CompiledCell, own: ReadonlyMap<string, Variable>) => {
    const isOfNotebook = (name: string): boolean => !own.has(name) && scope.variable(name).state !== 'lab';
    const declared = compiled.declarations.map(({ name }) => name);
    const written = new Set([...declared, ...compiled.writes]);
    return {
      reads: [...compiled.reads].filter(isOfNotebook).sort(),
      writes: [...written].filter(isOfNotebook).sort(),
    };
  };

  return {
    run(cell, listener) {
      const ended = queue.then(() => runCell(cell, listener));
      // Whatever goes wrong with one cell, the next is run.
      queue = ended.catch(() => undefined);
      return ended;
    },
    interrupt: () => running?.stop(),
    variables: () => scope.declared().map(summaryOf),
    reportStray: (error) => latest?.reportStray(error),
  };
}

/** The variables of a cell that hold a promise: what goes wrong with one of them wants an `await`. */
function promisesOf({ parameters }: CompiledCell, values: readonly Variable[]): readonly string[] {
  return parameters.filter((_, i) => {
    const { state } = values[i]!;
    return (state === 'let' || state === 'const') && isInstance(values[i]!.v, Promise);
  });
}

function taskOwner(run: CellRun) {
  return {
    signal: run.signal,
    onProgress: (taskId: number, progress: Progress): void => run.listener.onProgress(taskId, progress),
  };
}

function display(values: readonly unknown[], emit: (output: CellOutput) => void): void {
  for (const value of values) {
    if (!isInstance(value, Response)) emit(displayOutput(value));
    else void displayOutputs(value).then((outputs) => outputs.forEach(emit), emitNothing);
  }
}

function emitNothing(): void {}

/** A check's finding as plain values: what it compared may be anything. */
function plainResult({ expected, actual, ...result }: CheckResult) {
  return { ...result, expected: toValueTree(expected), actual: toValueTree(actual) };
}

function summaryOf({ name, state, v: value }: Variable): VariableSummary {
  const columns = columnsOf(value);
  const summary = { name, type: typeName(value), preview: previewOf(value), isConst: state === 'const' };
  return columns === null ? summary : { ...summary, columns };
}
