import { LabError } from '../../core/errors.ts';
import type { KernelMessage, KernelPart, KernelRequest } from '../../notebook/kernel/protocol.ts';

/** Gets parts of the kernel that are delivered on demand, each once. */
export interface PartLoader {
  /** A script's text or a binary's bytes. */
  load(part: 'tfjs-wasm'): Promise<ArrayBuffer>;
  load(part: Exclude<KernelPart, 'tfjs-wasm'>): Promise<string>;
  /** Runs a script that was delivered: what it exports by default. */
  run<T>(part: Exclude<KernelPart, 'tfjs-wasm'>): Promise<T>;
  receive(request: Extract<KernelRequest, { kind: 'part' }>): void;
}

/** Asks for parts by `post`. A part that could not be had is an error each time, and asked for anew. */
export function createPartLoader(post: (message: KernelMessage) => void): PartLoader {
  // Kept from here: a cell may do to the global names what it likes.
  const compile = Function;
  const waiting = new Map<KernelPart, (content: string | ArrayBuffer | null) => void>();
  const loading = new Map<KernelPart, Promise<string | ArrayBuffer>>();

  const load = (part: KernelPart): Promise<string | ArrayBuffer> => {
    const known = loading.get(part);
    if (known !== undefined) return known;
    const content = new Promise<string | ArrayBuffer>((resolve, reject) => {
      waiting.set(part, (delivered) => {
        if (delivered !== null) return resolve(delivered);
        loading.delete(part);
        reject(new LabError(`${part} could not be loaded`, 'check the connection, then run the cell again'));
      });
      post({ kind: 'part', part });
    });
    loading.set(part, content);
    return content;
  };
  return {
    load: load as PartLoader['load'],
    // Each with a `global` of its own, where tfjs keeps what it registers: danfojs brings another one.
    run: async (part) => compile('global', `${await load(part)}\nreturn part;\n//# sourceURL=${part}.js`)({}),
    receive({ part, content }) {
      const deliver = waiting.get(part);
      waiting.delete(part);
      deliver?.(content);
    },
  };
}
