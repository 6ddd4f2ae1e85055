import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { TfjsRuntime } from '../core/training/tfjs/load-tfjs.ts';

/** tfjs with the binary that the build puts beside the app. */
export const tfjsRuntime: TfjsRuntime = { wasmUrl };
