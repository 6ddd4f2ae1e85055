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
  /** From a change to its write at most, without the time of the write itself. */
  readonly delayMs: number;
  /** From a failure to the next attempt. */
  readonly retryMs?: number;
}

/**
 * An autosave that throttles: the first change starts the wait and later ones do not prolong it, so a text that is
 * typed without a pause is stored all along. A key that changes during its write is written again.
 */
export function createAutosave({ write, onChange, delayMs, retryMs = 2000 }: AutosaveOptions): Autosave {
  const unsaved = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();

  const schedule = (ms: number): void => {
    timer ??= setTimeout(() => void flush(), ms);
  };

  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    // One after the other: an older value must never be stored after a newer one.
    writing = writing.then(writeAll);
    return writing;
  };

  const writeAll = async (): Promise<void> => {
    if (unsaved.size === 0) return;
    for (const key of [...unsaved]) {
      unsaved.delete(key);
      try {
        await write(key);
      } catch (error) {
        unsaved.add(key);
        onChange(error);
        schedule(retryMs);
        return;
      }
    }
    onChange(null);
  };

  return {
    unsaved,
    mark(key) {
      unsaved.add(key);
      onChange(null);
      schedule(delayMs);
    },
    flush,
  };
}
