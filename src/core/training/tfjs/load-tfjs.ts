import { LabError, quote } from '../../errors.ts';

/** tfjs-core with its WASM backend ready. */
export type Tfjs = typeof import('@tensorflow/tfjs-core');

/** Where this host keeps the backend's binary `tfjs-backend-wasm-simd.wasm`. */
export interface TfjsRuntime {
  /** A URL in a page or a worker, a file path in Node. */
  readonly wasmUrl: string;
}

let loading: Promise<Tfjs> | null = null;

/**
 * Loads tfjs on first use, on one build of its WASM backend everywhere: SIMD, one thread. The threaded build would add
 * in another order, and so train another model. tfjs keeps one backend per page, worker or process, so the first
 * runtime is the one in use; it cannot be started a second time, so a failure stays one until the page is reloaded.
 */
export function loadTfjs(runtime: TfjsRuntime): Promise<Tfjs> {
  loading ??= load(runtime);
  return loading;
}

async function load({ wasmUrl }: TfjsRuntime): Promise<Tfjs> {
  const tf = await import('@tensorflow/tfjs-core');
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  tf.env().set('WASM_HAS_SIMD_SUPPORT', true);
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': wasmUrl,
    'tfjs-backend-wasm-simd.wasm': wasmUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': wasmUrl,
  });
  if (!(await tf.setBackend('wasm'))) {
    throw new LabError(
      `tfjs could not start its WASM backend from ${quote(wasmUrl)}`,
      'check that the file is served and that this browser supports WebAssembly SIMD, then reload the page',
    );
  }
  return tf;
}
