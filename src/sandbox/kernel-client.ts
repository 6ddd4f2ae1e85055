import type { RunEnd } from '../notebook/document/notebook.ts';
import type { CellProgram, RunListener, VariableSummary } from '../notebook/kernel/kernel.ts';
import { type Frame, openFrame } from './frame/open-frame.ts';
import { loadForestScript, loadKernelScript } from './kernel-parts.ts';
import { type KernelSession, type KernelSessionOptions, openKernelSession } from './kernel-session.ts';

/** What the kernel is doing; 'crashed' only where it could not be started anew. */
export type KernelState = 'starting' | 'idle' | 'running' | 'stopping' | 'crashed';

export interface KernelClientOptions extends KernelSessionOptions {
  readonly onState?: ((state: KernelState) => void) | undefined;
}

/** How a run ended. */
export interface KernelRun {
  readonly end: RunEnd;
  /** Variables of the notebook that the cell uses, and those that it declares or assigns. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly variables: readonly VariableSummary[];
  /** Whether the kernel still has what the cells before it left; else all must be run again from a clean start. */
  readonly stateKept: boolean;
}

/** The page's kernel: cells run behind the wall, and can always be stopped. */
export interface KernelClient {
  readonly state: KernelState;
  /** Runs one cell when the kernel is free; waits for it while it starts. Rejects only where there is no kernel. */
  run(cell: CellProgram, listener: RunListener): Promise<KernelRun>;
  /** Ends the running cell: first asks the kernel, then ends it. Resolves when a kernel is ready again. */
  stop(): Promise<void>;
  /** A new kernel with an empty notebook. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** How long an interrupted cell has to end by itself. */
const INTERRUPT_MS = 150;

/** A cell that runs this long may have to be stopped: another kernel is started, which waits to take over. */
const SPARE_AFTER_MS = 200;

/** Opens a kernel at once; it is 'starting' until it has answered. */
export function createKernelClient(options: KernelClientOptions): KernelClient {
  return new FramedKernel(options);
}

class FramedKernel implements KernelClient {
  readonly #options: KernelClientOptions;
  readonly #closing = new AbortController();
  #state: KernelState = 'starting';
  #frame: Promise<Frame> | null = null;
  #kernel: Promise<KernelSession>;
  /** The kernel in use, perhaps before it is ready. */
  #latest: KernelSession | null = null;
  /** Another that has run nothing yet. */
  #spare: KernelSession | null = null;
  #nKernels = 0;
  #queue: Promise<unknown> = Promise.resolve();
  /** The listener of the running cell, for what the page itself has to say. */
  #listener: RunListener | null = null;

  constructor(options: KernelClientOptions) {
    this.#options = options;
    this.#kernel = this.#begin();
  }

  get state(): KernelState {
    return this.#state;
  }

  run(cell: CellProgram, listener: RunListener): Promise<KernelRun> {
    const run = this.#queue.then(() => this.#run(cell, listener));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  async stop(): Promise<void> {
    const kernel = this.#latest;
    if (this.#state !== 'running' || kernel === null) return;
    this.#setState('stopping');
    kernel.interrupt();
    await this.#keepSpare();
    await Promise.race([kernel.idle, delay(INTERRUPT_MS)]);
    if (kernel.isRunning) await this.#replace();
    else await kernel.idle;
  }

  async restart(): Promise<void> {
    this.#setState('starting');
    await this.#replace();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    const frame = await this.#frame?.catch(() => null);
    frame?.close();
    await this.#latest?.close();
  }

  async #run(cell: CellProgram, listener: RunListener): Promise<KernelRun> {
    // Where the last one did not come up, another may.
    if (this.#state === 'crashed') this.#kernel = this.#begin();
    const kernel = await this.#kernel;
    this.#listener = listener;
    this.#setState('running');
    const spareTimer = setTimeout(() => void this.#keepSpare(), SPARE_AFTER_MS);
    const ended = await kernel.run(cell, listener);
    clearTimeout(spareTimer);
    this.#listener = null;
    // A kernel that was ended tells nothing; its successor sets the state.
    if (ended === null) return { end: 'stopped', reads: [], writes: [], variables: [], stateKept: false };
    const wasStopped = this.#state === 'stopping';
    this.#setState('idle');
    void this.#keepSpare();
    return { ...ended, end: wasStopped ? 'stopped' : ended.end, stateKept: true };
  }

  /** Ends the kernel, whatever it does, and starts another; the run under way ends as stopped. */
  async #replace(): Promise<void> {
    const former = this.#latest;
    const frame = await this.#frame;
    if (former !== null) frame?.terminate(former.generation);
    this.#kernel = this.#begin();
    await Promise.all([former?.close(), this.#kernel]);
    // Who has stopped a cell may soon stop another.
    void this.#keepSpare();
  }

  /** A kernel, or the reason why there is none, for who asks for it: the state tells it to the others. */
  #begin(): Promise<KernelSession> {
    const kernel = this.#start();
    kernel.catch(() => undefined);
    return kernel;
  }

  async #start(): Promise<KernelSession> {
    try {
      this.#frame ??= this.#openFrame();
      const kernel = this.#takeSpare() ?? this.#spawn(await this.#frame);
      this.#latest = kernel;
      await kernel.ready;
      if (kernel === this.#latest) this.#setState('idle');
      return kernel;
    } catch (error) {
      const frame = this.#frame;
      this.#frame = null;
      this.#spare = null;
      this.#setState('crashed');
      (await frame?.catch(() => null))?.close();
      throw error;
    }
  }

  #spawn(frame: Frame): KernelSession {
    const generation = ++this.#nKernels;
    return openKernelSession({ generation, port: frame.spawn(generation) }, this.#options, (reason) =>
      this.#fail(generation, `the kernel sent ${reason} and was ended`),
    );
  }

  async #keepSpare(): Promise<void> {
    const frame = await this.#frame;
    if (frame === null || this.#spare !== null) return;
    const spare = this.#spawn(frame);
    this.#spare = spare;
    spare.ready.catch(() => {
      if (this.#spare === spare) this.#spare = null;
    });
  }

  #takeSpare(): KernelSession | null {
    const spare = this.#spare;
    this.#spare = null;
    return spare;
  }

  async #openFrame(): Promise<Frame> {
    return openFrame({
      url: new URL('sandbox.html', document.baseURI).href,
      kernel: await loadKernelScript(),
      loadForestScript,
      signal: this.#closing.signal,
      onWorkerError: (generation, message) => this.#onWorkerError(generation, message),
      onDead: () => this.#onDead(),
    });
  }

  #onWorkerError(generation: number, message: string): void {
    for (const kernel of [this.#spare, this.#latest]) {
      if (generation === kernel?.generation) kernel.onError(message);
    }
  }

  async #onDead(): Promise<void> {
    const dead = await this.#frame;
    this.#frame = null;
    this.#spare = null;
    dead?.close();
    if (this.#latest !== null) {
      this.#fail(this.#latest.generation, 'the kernel has crashed: it may have run out of memory');
    }
  }

  /** The kernel is of no use any more: says so in the running cell, and starts another. */
  #fail(generation: number, message: string): void {
    if (generation !== this.#latest?.generation) return;
    const hint = 'its variables are lost: run the notebook from a clean start';
    this.#listener?.onOutput({ kind: 'error', name: 'KernelError', message, hint, places: [] });
    // Told also where nothing runs: what the cells before left is gone.
    this.#setState('starting');
    // Where no other comes up, the state tells.
    this.#replace().catch(() => undefined);
  }

  #setState(state: KernelState): void {
    if (state === this.#state || this.#closing.signal.aborted) return;
    this.#state = state;
    this.#options.onState?.(state);
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
