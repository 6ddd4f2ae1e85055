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
  /**
   * How many values of a key may be on their way to the disk at once; left out, one. More asks of `write` that it hands
   * the value over before it first awaits: an older one must never be stored after a newer one.
   */
  readonly mostAtOnce?: number;
}

/**
 * An autosave that throttles: the first change starts the wait, if there is one, and later ones do not prolong it. What
 * changes while as much is written as may be is written next, so a slow disk makes fewer writes and not later ones.
 */
export function createAutosave({
  write,
  onChange,
  delayMs = 0,
  retryMs = 2000,
  mostAtOnce = 1,
}: AutosaveOptions): Autosave {
  const unsaved = new Set<string>();
  /** How often each key changed: one that changes during its write stays unsaved. */
  const nChanges = new Map<string, number>();
  /** Per key which of its changes was handed over last. */
  const underWay = new Map<string, number>();
  const passes = new Set<Promise<void>>();
  let next: Promise<void> | null = null;
  let retry: ReturnType<typeof setTimeout> | null = null;
  let isDue = false;

  const flush = async (): Promise<void> => {
    if (retry !== null) clearTimeout(retry);
    retry = null;
    isDue = false;
    const before = [...passes];
    await Promise.all([...before, before.length < mostAtOnce ? startPass() : nextPass()]);
  };

  const startPass = (): Promise<void> => {
    const pass = writeAll().finally(() => passes.delete(pass));
    passes.add(pass);
    return pass;
  };

  const nextPass = (): Promise<void> => {
    next ??= Promise.race(passes).then(() => {
      next = null;
      return startPass();
    });
    return next;
  };

  const writeAll = async (): Promise<void> => {
    if (unsaved.size === 0) return;
    for (const key of [...unsaved]) {
      const change = nChanges.get(key)!;
      if (underWay.get(key) === change) continue;
      underWay.set(key, change);
      try {
        await write(key);
        if (nChanges.get(key) === change) unsaved.delete(key);
      } catch (error) {
        onChange(error);
        retry ??= setTimeout(() => void flush(), retryMs);
        return;
      } finally {
        if (underWay.get(key) === change) underWay.delete(key);
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
