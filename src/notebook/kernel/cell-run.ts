import { CancelledError } from '../../core/errors.ts';
import type { CompiledCell } from '../cell/compile-cell.ts';
import type { CellOutput, SourcePlace } from '../document/output.ts';
import { type Locate, toErrorOutput } from './error-output.ts';
import type { CellProgram, RunListener } from './kernel.ts';
import { isWorthAwaiting } from './needs-no-await.ts';
import { createOutputSink, type OutputLimits, type OutputSink } from './output-sink.ts';
import { isInstance } from './values/is-instance.ts';
import type { Variable } from './variable.ts';

/** What a rewritten cell calls, see `rewriteCell`. */
export interface CellRuntime {
  /** The line of the statement of the top level that comes next. */
  n(line: number): void;
  /** The value of a statement of the top level. */
  s(statement: number, value: unknown): void;
  /** The value of the last expression. */
  d(statement: number, value: unknown): void;
  /** What an `await` of the top level gave; throws where the run was stopped meanwhile. */
  a<T>(value: T): T;
}

/** A cell's program, once the host has evaluated it. */
export type RunnableCell = (runtime: CellRuntime, ...variables: readonly Variable[]) => Promise<void>;

/** What a run needs besides its cell. */
export interface CellRunContext {
  readonly listener: RunListener;
  readonly locate: Locate;
  readonly limits: OutputLimits;
}

/** A stopped cell that does not end by itself within this time is left behind. */
const GRACE_MS = 200;

interface WatchedPromise {
  readonly line: number;
  readonly text: string;
  readonly promise: Promise<unknown>;
  isRejected: boolean;
}

/** One run of a cell, from its first statement to its last output. */
export class CellRun {
  readonly cell: CellProgram;
  /** What the last expression gave, where it is to be shown. */
  shown: { readonly value: unknown } | null = null;
  readonly #compiled: CompiledCell;
  readonly #context: CellRunContext;
  readonly #sink: OutputSink;
  readonly #controller = new AbortController();
  readonly #watched: WatchedPromise[] = [];
  readonly #left: Promise<never>;
  #leave: () => void = () => undefined;
  #hasFailed = false;
  #line = 1;

  constructor(cell: CellProgram, compiled: CompiledCell, context: CellRunContext) {
    this.cell = cell;
    this.#compiled = compiled;
    this.#context = context;
    this.#sink = createOutputSink((output) => context.listener.onOutput(output), context.limits);
    this.#left = new Promise((_, reject) => {
      this.#leave = () => reject(stopped());
    });
    this.#left.catch(() => undefined);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether an error was shown, of the cell itself or of a promise that it forgot. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  get listener(): RunListener {
    return this.#context.listener;
  }

  emit(output: CellOutput): void {
    this.#sink.emit(output);
  }

  /**
   * Shows the error that ended the cell. Where its stack tells no place, it is that of the statement that was running.
   * `promises` are variables that hold one: an error that names one of them gets the hint to await it.
   */
  fail(error: unknown, promises: readonly string[]): void {
    this.#tell(error, this.#line, promises);
  }

  /** Shows an error that nothing caught, whenever it comes; its stack alone can tell where it belongs. */
  reportStray(error: unknown): void {
    this.#tell(error, null);
  }

  /** Runs the program to its end, or to where it is left behind. Rejects with what it threw. */
  async execute(program: RunnableCell, variables: readonly Variable[]): Promise<void> {
    await this.orLeave(program(this.#runtime(), ...variables));
  }

  /** Waits for `work`, no longer than to where the run is left behind after `stop`. */
  async orLeave<T>(work: Promise<T>): Promise<T> {
    // What is left behind may still fail, which nobody has to know.
    work.catch(() => undefined);
    return Promise.race([work, this.#left]);
  }

  /** Cancels the tasks of the run, and leaves it behind where it goes on in spite of that. */
  stop(): void {
    if (this.signal.aborted) return;
    this.#controller.abort();
    setTimeout(() => this.#leave(), GRACE_MS);
  }

  /** Tells of promises that nobody awaited, and ends the output; `valueOfName` reads the cell's variables. */
  async settle(valueOfName: (name: string) => unknown): Promise<void> {
    // Promises that are rejected at once come to be known one turn later.
    if (this.#watched.length > 0) await new Promise<void>((resolve) => setTimeout(resolve, 0));
    this.#sink.finish();
    const forgotten = this.#watched.filter(
      ({ isRejected, promise }) => !isRejected && isWorthAwaiting(promise),
    );
    for (const { line, text } of forgotten)
      this.#warnOfPromise(line, `${text} gives a promise that nobody awaited`);
    for (const { name, line } of this.#compiled.unawaited) {
      const value = valueOfName(name);
      if (!isInstance(value, Promise)) continue;
      whenRejected(value, (error) => this.#tellOfRejection(name, line, error));
      this.#warnOfPromise(line, `${name} holds a promise that nobody awaited`);
    }
  }

  #runtime(): CellRuntime {
    return {
      n: (line) => {
        this.#line = line;
      },
      s: (statement, value) => {
        if (isInstance(value, Promise)) this.#watch(statement, value);
      },
      d: (statement, value) => {
        if (isInstance(value, Promise)) this.#watch(statement, value);
        else if (value !== undefined) this.shown = { value };
      },
      a: (value) => {
        if (this.signal.aborted) throw stopped();
        return value;
      },
    };
  }

  #watch(statement: number, promise: Promise<unknown>): void {
    const { line, label } = this.#compiled.statements[statement]!;
    const watched: WatchedPromise = { line, text: label, promise, isRejected: false };
    this.#watched.push(watched);
    whenRejected(promise, (error) => {
      watched.isRejected = true;
      this.#tell(error, line);
    });
  }

  /** An error that came over a channel has no frame in the cell that called: `line` is the next best. */
  #tell(error: unknown, line: number | null, promises: readonly string[] = []): void {
    this.#hasFailed = true;
    const output = toErrorOutput(error, this.#context.locate);
    const isPlaced = output.places.length > 0 || line === null;
    const named = promises.find((name) => output.message.split(/[^\p{ID_Continue}$]+/u).includes(name));
    this.#sink.emit({
      ...output,
      places: isPlaced ? output.places : [this.#placeOf(line)],
      hint:
        output.hint ?? (named === undefined ? null : `${named} is a promise: put await before what gives it`),
    });
  }

  #warnOfPromise(line: number, fact: string): void {
    const text = `line ${line}: ${fact}; put await before it`;
    this.#sink.notice({ kind: 'text', level: 'warn', text, place: this.#placeOf(line) });
  }

  #tellOfRejection(name: string, line: number, error: unknown): void {
    const { name: errorName, message } = toErrorOutput(error, this.#context.locate);
    const text = `the promise in ${name} was rejected: ${errorName}: ${message}`;
    this.#sink.notice({ kind: 'text', level: 'warn', text, place: this.#placeOf(line) });
  }

  #placeOf(line: number): SourcePlace {
    return { cellId: this.cell.cellId, line, column: null };
  }
}

/** Listens to a promise without making another that nobody awaits; one that is not what it seems is left alone. */
function whenRejected(promise: Promise<unknown>, listener: (error: unknown) => void): void {
  try {
    Promise.prototype.then.call(promise, undefined, listener);
  } catch {
    // A subclass that does not keep to the rules.
  }
}

function stopped(): CancelledError {
  return new CancelledError(
    'the cell was stopped',
    'what it did before is kept; run it again when you are ready',
  );
}
