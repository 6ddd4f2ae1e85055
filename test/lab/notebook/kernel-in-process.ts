import { evaluate } from '../../../src/headless/evaluate.ts';
import type {
  HostedResult,
  KernelHost,
  KernelState,
  OpenKernel,
} from '../../../src/lab/notebook/kernel-host.ts';
import { stripTypes } from '../../../src/notebook/cell/strip-types.ts';
import { createKernel } from '../../../src/notebook/kernel/create-kernel.ts';
import type { Kernel } from '../../../src/notebook/kernel/kernel.ts';

/** How long a stopped cell may take to end by itself before its kernel is left behind. */
const INTERRUPT_MS = 20;

/** The real kernel in this process, behind what the page has of it. */
export interface KernelInProcess {
  readonly open: OpenKernel;
  /** How many were started. */
  readonly nOpened: () => number;
  /** Ends the kernel as a browser does that needs its memory: another comes up, without its variables. */
  lose(): void;
}

/** Makes a `KernelInProcess`. */
export function kernelInProcess(): KernelInProcess {
  let nOpened = 0;
  let lose = (): void => undefined;
  const start = (): Kernel => {
    nOpened++;
    return createKernel({
      evaluate,
      loadStripTypes: async () => stripTypes,
      api: () => ({ setTimeout, never: () => new Promise(() => undefined) }),
      timer: () => performance.now(),
    });
  };
  const open: OpenKernel = ({ onState }) => {
    let kernel = start();
    let state = 'idle' as KernelState;
    let leave: (() => void) | null = null;
    const enter = (next: KernelState): void => {
      state = next;
      onState(next);
    };
    const replace = (): void => {
      kernel = start();
      leave?.();
    };
    lose = () => {
      kernel = start();
      enter('starting');
      enter('idle');
    };
    const host: KernelHost = {
      get state(): KernelState {
        return state;
      },
      async run(cell, listener) {
        enter('running');
        const lost = new Promise<HostedResult>((resolve) => {
          leave = () => resolve({ end: 'stopped', reads: [], writes: [], variables: [], stateKept: false });
        });
        const ran = kernel.run(cell, listener).then(
          (result): HostedResult => ({
            ...result,
            end: state === 'stopping' ? 'stopped' : result.end,
            variables: kernel.variables(),
            stateKept: true,
          }),
        );
        const result = await Promise.race([ran, lost]);
        leave = null;
        enter('idle');
        return result;
      },
      async stop() {
        if (state !== 'running') return;
        enter('stopping');
        kernel.interrupt();
        await new Promise((resolve) => setTimeout(resolve, INTERRUPT_MS));
        if (host.state === 'stopping') replace();
      },
      restart: replace,
      close: () => undefined,
    };
    return host;
  };
  return { open, nOpened: () => nOpened, lose: () => lose() };
}
