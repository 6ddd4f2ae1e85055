import type { KeptTexts, RestorableTexts } from '../../../src/storage/backup/restorable-texts.ts';

/** Small texts as a browser keeps them: what was written is on disk later, or never where the browser is killed first. */
export interface MemoryTexts extends RestorableTexts {
  /** The browser gets round to writing to disk. */
  reachDisk(): void;
  /** The browser is killed and started again: what is on disk is there. */
  forgetUnwritten(): void;
}

export function createMemoryTexts(texts: KeptTexts = {}): MemoryTexts {
  let present = { texts, token: null as string | null };
  let onDisk = present;
  return {
    read: () => present.texts,
    write(written, token) {
      present = { texts: written, token };
    },
    token: () => present.token,
    reachDisk() {
      onDisk = present;
    },
    forgetUnwritten() {
      present = onDisk;
    },
  };
}
