import type { RunEnd } from '../notebook/document/notebook.ts';
import type { CellProgram, RunListener, VariableSummary } from '../notebook/kernel/kernel.ts';
import { type Frame, openFrame } from './frame/open-frame.ts';
import { loadKernelScript } from './kernel-parts.ts';
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
  /** The page itself has changed the lab, for example its clock: the kernel is told. */
  noticeChanges(): void;
  close(): Promise<void>;
}

/** How long an interrupted cell has to end by itself. */
const INTERRUPT_MS = 150;

/** Opens a kernel at once; it is 'starting' until it has answered. */
export function createKernelClient(options: KernelClientOptions): KernelClient {
  return new FramedKernel(options);
}

class FramedKernel implements KernelClient {
  readonly #options: KernelClientOptions;
  readonly #closing = new AbortController();
  #state: KernelState = 'starting';
  #frame: Promise<Frame> | null = null;
  #session: Promise<KernelSession>;
  #generation = 0;
  /** The newest session, perhaps before its kernel is ready. */
  #opened: KernelSession | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  /** The listener of the running cell, for what the page itself has to say. */
  #listener: RunListener | null = null;

  constructor(options: KernelClientOptions) {
    this.#options = options;
    this.#session = this.#open();
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
    if (this.#state !== 'running') return;
    this.#setState('stopping');
    const session = await this.#session;
    session.interrupt();
    await Promise.race([this.#queue, delay(INTERRUPT_MS)]);
    if (this.state === 'stopping') await this.#replace(session);
  }

  async restart(): Promise<void> {
    await this.#replace(await this.#session.catch(() => null));
  }

  noticeChanges(): void {
    void this.#session.then((session) => session.sendState()).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    const session = await this.#session.catch(() => null);
    await session?.close();
    (await this.#frame?.catch(() => null))?.close();
  }

  async #run(cell: CellProgram, listener: RunListener): Promise<KernelRun> {
    const session = await this.#session;
    this.#listener = listener;
    this.#setState('running');
    const ended = await session.run(cell, listener);
    this.#listener = null;
    if (ended === null) {
      const nothing = { reads: [], writes: [], variables: [] };
      return { end: 'stopped', ...nothing, stateKept: false };
    }
    const wasStopped = this.#state === 'stopping';
    this.#setState('idle');
    return { ...ended, end: wasStopped ? 'stopped' : ended.end, stateKept: true };
  }

  /** Ends `former` and has a new kernel started; the run under way ends as stopped. */
  async #replace(former: KernelSession | null): Promise<void> {
    this.#setState('starting');
    this.#session = this.#open();
    // What the former left running is ended meanwhile.
    await Promise.all([former?.close(), this.#session]);
  }

  async #open(): Promise<KernelSession> {
    try {
      this.#frame ??= this.#openFrame();
      const frame = await this.#frame;
      const generation = ++this.#generation;
      const session = openKernelSession(frame.spawn(generation), this.#options, (reason) =>
        this.#fail(generation, `the kernel sent ${reason} and was ended`),
      );
      this.#opened = session;
      await session.ready;
      if (generation === this.#generation) this.#setState('idle');
      return session;
    } catch (error) {
      this.#frame = null;
      this.#setState('crashed');
      throw error;
    }
  }

  async #openFrame(): Promise<Frame> {
    return openFrame({
      url: new URL('sandbox.html', document.baseURI).href,
      kernel: await loadKernelScript(),
      signal: this.#closing.signal,
      onWorkerError: (generation, message) => this.#onWorkerError(generation, message),
      onDead: () => {
        this.#frame = null;
        this.#fail(this.#generation, 'the kernel has crashed: it may have run out of memory');
      },
    });
  }

  #onWorkerError(generation: number, message: string): void {
    if (generation === this.#generation) this.#opened?.onError(message);
  }

  /** The kernel is of no use any more: says so in the running cell, and starts another. */
  #fail(generation: number, message: string): void {
    if (generation !== this.#generation) return;
    const hint = 'its variables are lost: run the notebook from a clean start';
    this.#listener?.onOutput({ kind: 'error', name: 'KernelError', message, hint, places: [] });
    void this.#session.then((session) => this.#replace(session));
  }

  #setState(state: KernelState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState?.(state);
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
