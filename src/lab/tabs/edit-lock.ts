import { usableLocks } from './usable-locks.ts';

/** Who may edit a thing: this tab, or another one whose changes this tab follows. */
export interface EditLock {
  /** Takes the lock over: the other tab stores what it has and lets go, or is passed over where it does not answer. */
  take(): Promise<void>;
  /** Lets go, for good. */
  close(): void;
}

/** What an edit lock is for and who hears of it. */
export interface EditLockOptions {
  /** Names the thing, for example `notebook ID`. */
  readonly name: string;
  /** Called when this tab may edit now, and when it may no longer. */
  readonly onChange: (isOurs: boolean) => void;
  /** Stores what is not stored yet, before another tab takes over. */
  readonly beforeRelease: () => Promise<void>;
}

/** A tab in the background may be slow, one that was frozen never answers. */
const ANSWER_MS = 1500;

/**
 * Asks for the right to edit. The first tab has it; the others wait in line and get it when that tab closes, or at once
 * by `take`. Where nothing is kept every tab may edit: each has a lab of its own.
 */
export async function openEditLock({ name, onChange, beforeRelease }: EditLockOptions): Promise<EditLock> {
  const locks = await usableLocks();
  if (locks === null) {
    onChange(true);
    return { take: async () => undefined, close: () => undefined };
  }
  const lockName = `streamflow-lab edit ${name}`;
  const channel = new BroadcastChannel(lockName);
  let letGo: (() => void) | null = null;
  let waiting = new AbortController();
  let isClosed = false;

  /** Holds the lock from when it is granted until it is let go or stolen; then waits in line again. */
  const request = async (options: LockOptions): Promise<void> => {
    const hold = (): Promise<void> => {
      onChange(true);
      return new Promise((resolve) => {
        letGo = resolve;
      });
    };
    // Rejects when the lock is stolen, and when waiting for it was given up.
    await locks.request(lockName, options, hold).catch(() => undefined);
    if (options.signal?.aborted || isClosed) return;
    letGo = null;
    onChange(false);
    void wait();
  };
  const wait = (): Promise<void> => {
    waiting = new AbortController();
    return request({ signal: waiting.signal });
  };

  channel.addEventListener('message', async ({ data }: MessageEvent<Message>) => {
    if (data !== 'please' || letGo === null) return;
    const release = letGo;
    // Nothing may be edited any more while the last edits are stored.
    onChange(false);
    await beforeRelease().catch(() => undefined);
    channel.postMessage('stored' satisfies Message);
    release();
  });
  void wait();

  return {
    async take() {
      if (letGo !== null) return;
      waiting.abort();
      await storedElsewhere(channel);
      void request({ steal: true });
    },
    close() {
      isClosed = true;
      waiting.abort();
      letGo?.();
      channel.close();
    },
  };
}

/** What tabs say to each other over one lock. */
type Message = 'please' | 'stored';

/** Asks the tab that may edit to store what it has; resolves when it did, or does not answer. */
function storedElsewhere(channel: BroadcastChannel): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ANSWER_MS);
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data !== 'stored') return;
      clearTimeout(timer);
      resolve();
    });
    channel.postMessage('please' satisfies Message);
  });
}
