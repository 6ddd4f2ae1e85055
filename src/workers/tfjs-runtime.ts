import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { packagedTfjs } from '../core/training/tfjs/packaged-tfjs.ts';
import type { TfjsRuntime } from '../core/training/tfjs/tfjs-runtime.ts';

/** tfjs with the binary that the build puts beside the app. */
export const tfjsRuntime: TfjsRuntime = packagedTfjs(wasmUrl);
