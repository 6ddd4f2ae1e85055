import { fileURLToPath } from 'node:url';
import type { TfjsRuntime } from '../core/training/tfjs/load-tfjs.ts';

/** tfjs with the binary of the installed package. */
export const tfjsRuntime: TfjsRuntime = {
  wasmUrl: fileURLToPath(
    import.meta.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'),
  ),
};
