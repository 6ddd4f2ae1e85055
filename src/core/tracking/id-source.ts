import { digestOf } from '../digest.ts';

/** Gives run and model ids: 32 lower-case hex digits each (T1). */
export interface IdSource {
  next(): string;
}

/** Ids that depend on `seed` only: the same seed gives the same ids in the same order. */
export function createSeededIds(seed: string): IdSource {
  let n = 0;
  return { next: () => digestOf(`${seed}/${n++}`).slice(0, 32) };
}
