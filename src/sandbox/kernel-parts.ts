import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { KernelPart } from '../notebook/kernel/protocol.ts';

/** Every part of the kernel, fetched by the page from its own origin when it is first needed. */
const LOADERS: Readonly<Record<KernelPart, () => Promise<string | ArrayBuffer>>> = {
  types: async () => (await import('./parts/types.ts?script')).default,
  danfojs: async () => (await import('./parts/danfojs.ts?script')).default,
  tfjs: async () => (await import('./parts/tfjs.ts?script')).default,
  'tfjs-wasm': async () => {
    const response = await fetch(wasmUrl);
    if (!response.ok) throw new Error(`${wasmUrl} answered ${response.status}`);
    return response.arrayBuffer();
  },
};

/** The kernel itself as one classic script. */
export async function loadKernelScript(): Promise<string> {
  return (await import('./kernel/kernel.worker.ts?script')).default;
}

/** What the frame's forest workers run, as one classic script; null where it could not be fetched. */
export async function loadForestScript(): Promise<string | null> {
  try {
    return (await import('./parts/forest-worker.ts?script')).default;
  } catch {
    return null;
  }
}

/** Whether a name is one of the parts that a kernel may ask for. */
export function isKernelPart(name: unknown): name is KernelPart {
  return typeof name === 'string' && Object.hasOwn(LOADERS, name);
}

/** A part's content; null where it could not be fetched, which may be tried again. */
export async function loadKernelPart(part: KernelPart): Promise<string | ArrayBuffer | null> {
  try {
    return await LOADERS[part]();
  } catch {
    return null;
  }
}
