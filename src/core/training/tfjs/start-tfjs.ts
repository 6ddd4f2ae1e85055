import { LabError } from '../../errors.ts';
import type { Tfjs } from './tfjs-runtime.ts';

/** The part of tfjs's WASM package that is used here. */
export interface WasmBackend {
  setWasmPaths(paths: Readonly<Record<WasmFile, string>>, usePlatformFetch?: boolean): void;
}

const WASM_FILES = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
] as const;
type WasmFile = (typeof WASM_FILES)[number];

/**
 * Starts tfjs on one build of its WASM backend everywhere: SIMD, one thread. The threaded build would add in another
 * order, and so train another model. tfjs keeps one backend per page, worker or process, and cannot be started a
 * second time: a failure stays one until the page is reloaded.
 */
export async function startTfjs(
  tf: Tfjs,
  backend: WasmBackend,
  wasm: { readonly url: string; readonly usePlatformFetch?: boolean },
): Promise<Tfjs> {
  tf.env().set('WASM_HAS_SIMD_SUPPORT', true);
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  const paths = Object.fromEntries(WASM_FILES.map((file) => [file, wasm.url]));
  backend.setWasmPaths(paths as Record<WasmFile, string>, wasm.usePlatformFetch);
  if (await tf.setBackend('wasm')) return tf;
  throw new LabError(
    `tfjs could not start its WASM backend from '${wasm.url}'`,
    'check that the file is served and that this browser supports WebAssembly SIMD, then reload the page',
  );
}
