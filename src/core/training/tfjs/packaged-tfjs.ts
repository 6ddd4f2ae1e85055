import { startTfjs } from './start-tfjs.ts';
import type { Tfjs, TfjsRuntime } from './tfjs-runtime.ts';

let loading: Promise<Tfjs> | null = null;

/**
 * tfjs as the package has it, with the binary `tfjs-backend-wasm-simd.wasm` under `wasmUrl`: a URL in a page or a worker,
 * a file path in Node. The first address that is used stays the one in use.
 */
export function packagedTfjs(wasmUrl: string): TfjsRuntime {
  return {
    load() {
      loading ??= load(wasmUrl);
      return loading;
    },
  };
}

async function load(url: string): Promise<Tfjs> {
  const tf = await import('@tensorflow/tfjs-core');
  return startTfjs(tf, await import('@tensorflow/tfjs-backend-wasm'), { url });
}
