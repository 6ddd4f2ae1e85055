import * as backend from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { startTfjs } from '../../core/training/tfjs/start-tfjs.ts';
import type { Tfjs } from '../../core/training/tfjs/tfjs-runtime.ts';

/** tfjs on the binary that was handed over: behind the wall nothing can be fetched. */
export default async function startFromBytes(wasm: ArrayBuffer): Promise<Tfjs> {
  const { env } = tf;
  // What tfjs wants of its platform; a worker's own is found by globals that the kernel's scope no longer has.
  env().setPlatform('kernel', {
    fetch: async () => new Response(wasm, { headers: { 'content-type': 'application/wasm' } }),
    now: () => performance.now(),
    encode: (text) => new TextEncoder().encode(text),
    decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
    isTypedArray: (value): value is Float32Array | Int32Array | Uint8Array | Uint8ClampedArray =>
      [Float32Array, Int32Array, Uint8Array, Uint8ClampedArray].some(
        (TypedArray) => value instanceof TypedArray,
      ),
  });
  return startTfjs(tf, backend, { url: 'tfjs-backend-wasm-simd.wasm', usePlatformFetch: true });
}
