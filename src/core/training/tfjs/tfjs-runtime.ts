import type * as tfjs from '@tensorflow/tfjs-core';

/** tfjs-core with its WASM backend ready. */
export type Tfjs = typeof tfjs;

/** Where this host has tfjs from. */
export interface TfjsRuntime {
  /** tfjs on first use, the same one each time; see `startTfjs`. */
  load(): Promise<Tfjs>;
}
