/** Writes what changed, soon and again and again while it goes on changing. */
export interface Autosave {
  /** What `key` stands for changed. */
  mark(key: string): void;
  /** Writes everything that is marked now; resolves when it is stored or failed. */
  flush(): Promise<void>;
  readonly unsaved: ReadonlySet<string>;
}

/** How an autosave writes and tells. */
export interface AutosaveOptions {
  /** Stores the present value of what `key` stands for. */
  readonly write: (key: string) => Promise<void>;
  /** Called when the unsaved keys changed, or an attempt failed. */
  readonly onChange: (error: unknown) => void;
  /** From a change to its write; left out, the write is on its way before the next task of the page. */
  readonly delayMs?: number;
  /** From a failure to the next attempt. */
  readonly retryMs?: number;
}

/**
 * An autosave that throttles: the first change starts the wait, if there is one, and later ones do not prolong it. What
 * changes during a write is written next, so a slow disk makes fewer writes and not later ones.
 */
export function createAutosave({ write, onChange, delayMs = 0, retryMs = 2000 }: AutosaveOptions): Autosave {
  const unsaved = new Set<string>();
  /** How often each key changed: one that changes during its write stays unsaved. */
  const nChanges = new Map<string, number>();
  let retry: ReturnType<typeof setTimeout> | null = null;
  let isDue = false;
  let writing: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    if (retry !== null) clearTimeout(retry);
    retry = null;
    isDue = false;
    // One after the other: an older value must never be stored after a newer one.
    writing = writing.then(writeAll);
    return writing;
  };

  const writeAll = async (): Promise<void> => {
    if (unsaved.size === 0) return;
    for (const key of [...unsaved]) {
      const nBefore = nChanges.get(key);
      try {
        await write(key);
        if (nChanges.get(key) === nBefore) unsaved.delete(key);
      } catch (error) {
        onChange(error);
        retry ??= setTimeout(() => void flush(), retryMs);
        return;
      }
    }
    onChange(null);
  };

  return {
    unsaved,
    mark(key) {
      unsaved.add(key);
      nChanges.set(key, (nChanges.get(key) ?? 0) + 1);
      onChange(null);
      if (isDue) return;
      isDue = true;
      // Several changes of one task are one write. Whatever ends the page does not wait for a timer either.
      if (delayMs === 0) queueMicrotask(() => void flush());
      else setTimeout(() => isDue && void flush(), delayMs);
    },
    flush,
  };
}
