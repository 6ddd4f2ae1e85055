import * as backend from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { startTfjs } from '../../core/training/tfjs/start-tfjs.ts';
import type { Tfjs } from '../../core/training/tfjs/tfjs-runtime.ts';

/** tfjs on the binary that was handed over: behind the wall nothing can be fetched. */
export default async function startFromBytes(wasm: ArrayBuffer): Promise<Tfjs> {
  const { env } = tf;
  // The platform of a worker, without what the kernel's scope no longer has.
  Object.assign(env().platform, {
    fetch: async () => new Response(wasm, { headers: { 'content-type': 'application/wasm' } }),
  });
  return startTfjs(tf, backend, { url: 'tfjs-backend-wasm-simd.wasm', usePlatformFetch: true });
}
