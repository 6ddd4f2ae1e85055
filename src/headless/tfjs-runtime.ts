import { fileURLToPath } from 'node:url';
import { packagedTfjs } from '../core/training/tfjs/packaged-tfjs.ts';
import type { TfjsRuntime } from '../core/training/tfjs/tfjs-runtime.ts';

/** tfjs with the binary of the installed package. */
export const tfjsRuntime: TfjsRuntime = packagedTfjs(
  fileURLToPath(import.meta.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm')),
);
