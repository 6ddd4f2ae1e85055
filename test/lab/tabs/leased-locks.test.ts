import { afterEach, describe, expect, it } from 'vitest';
import { MersenneTwister } from '../../../src/core/training/mersenne-twister.ts';
import {
  createLeasedLocks,
  type LeaseCollections,
  leaseKeyPaths,
} from '../../../src/lab/tabs/leased-locks.ts';
import type { TabLocks } from '../../../src/lab/tabs/tab-locks.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';

interface Tab {
  readonly locks: TabLocks;
  /** It answers nobody from now on; what it holds it goes on to hold. */
  kill(): void;
}

const NEVER = new Promise<never>(() => undefined);

describe('locks between tabs of a browser that has none', () => {
  const channels: BroadcastChannel[] = [];
  const gone: string[] = [];
  afterEach(() => {
    for (const channel of channels.splice(0)) channel.close();
    gone.length = 0;
  });

  const browser = (): (() => Tab) => {
    const database = createMemoryDatabase<LeaseCollections>(leaseKeyPaths);
    const name = `locks ${channels.length} ${Math.random()}`;
    let nTabs = 0;
    return () => {
      const own = new BroadcastChannel(name);
      channels.push(own);
      let isAlive = true;
      const channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> = {
        postMessage: (message) => isAlive && own.postMessage(message),
        addEventListener: own.addEventListener.bind(own),
      };
      const owner = `tab ${nTabs++}`;
      const isGone = (other: string): boolean => gone.includes(other);
      const locks = createLeasedLocks({ database, channel, owner, isGone, answerMs: 200, pollMs: 200 });
      const kill = (): void => {
        isAlive = false;
      };
      return { locks, kill };
    };
  };
  /** Takes a lock and holds it for good; resolves when it is held. */
  const hold = ({ locks }: Tab, name: string, options: LockOptions = {}): Promise<void> =>
    new Promise((held, lost) => {
      locks
        .request(name, options, () => {
          held();
          return NEVER;
        })
        .catch(lost);
    });
  const isFree = ({ locks }: Tab, name: string): Promise<boolean> =>
    locks.request(name, { ifAvailable: true }, async (lock) => lock !== null);

  it('are had by one tab at a time, whoever asks when and for how long', async () => {
    const openTab = browser();
    const twister = new MersenneTwister(5);
    const tabs = [openTab(), openTab(), openTab()];
    let nInside = 0;
    let nDone = 0;
    const takeTurns = async ({ locks }: Tab): Promise<void> => {
      for (let i = 0; i < 30; i++) {
        await locks.request('churn', {}, async () => {
          expect(++nInside).toBe(1);
          await new Promise((resolve) => setTimeout(resolve, twister.randint(0, 4)));
          nInside--;
          nDone++;
        });
      }
    };
    // Two loops in the first: the requests of one tab exclude each other too.
    await Promise.all([tabs[0]!, ...tabs].map(takeTurns));
    expect(nDone).toBe(120);
    expect(await tabs[0]!.locks.query()).toEqual({ held: [], pending: [] });
  });

  it('are shared where all want to share, and not where one does not', async () => {
    const openTab = browser();
    const [a, b] = [openTab(), openTab()];
    await hold(a, 'work', { mode: 'shared' });
    await hold(b, 'work', { mode: 'shared' });
    expect(await isFree(b, 'work')).toBe(false);
    expect(await isFree(b, 'other')).toBe(true);
  });

  it('pass on when their tab is killed, and at once when it said goodbye', async () => {
    const openTab = browser();
    const [a, b, c] = [openTab(), openTab(), openTab()];
    await hold(a, 'run 1');
    await hold(b, 'run 2');
    expect((await c.locks.query()).held?.map(({ name }) => name).sort()).toEqual(['run 1', 'run 2']);
    a.kill();
    expect((await c.locks.query()).held?.map(({ name }) => name)).toEqual(['run 2']);
    await hold(c, 'run 1');
    b.kill();
    gone.push('tab 1');
    expect(await isFree(c, 'run 2')).toBe(true);
  });

  it('are waited for in line, by those too who wait behind a tab that was killed', async () => {
    const openTab = browser();
    const [a, b, c] = [openTab(), openTab(), openTab()];
    await hold(a, 'notebook');
    const order: string[] = [];
    void b.locks.request('notebook', {}, async () => NEVER);
    await expect.poll(async () => (await c.locks.query()).pending).toHaveLength(1);
    const granted = c.locks.request('notebook', {}, async () => void order.push('c'));
    b.kill();
    a.kill();
    await granted;
    expect(order).toEqual(['c']);
  });

  it('are told as lost by who had them, when another tab takes them', async () => {
    const openTab = browser();
    const [a, b] = [openTab(), openTab()];
    let isHeld = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      isHeld = resolve;
    });
    const lost = a.locks.request('notebook', {}, () => {
      isHeld();
      return NEVER;
    });
    lost.catch(() => undefined);
    await held;
    await hold(b, 'notebook', { steal: true });
    await expect(lost).rejects.toMatchObject({ name: 'AbortError' });
    expect(await isFree(a, 'notebook')).toBe(false);
  });

  it('are not waited for any longer by who gave up', async () => {
    const openTab = browser();
    const [a, b] = [openTab(), openTab()];
    await hold(a, 'notebook');
    const waiting = new AbortController();
    const given = b.locks.request('notebook', { signal: waiting.signal }, async () => 'had');
    given.catch(() => undefined);
    await expect.poll(async () => (await a.locks.query()).pending).toHaveLength(1);
    waiting.abort();
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
    expect((await a.locks.query()).pending).toEqual([]);
  });
});
