import type { Database, KeyPaths, WriteTransaction } from '../../core/database.ts';
import type { TabLocks } from './tab-locks.ts';

/** One request for a lock, from when it is made until it is let go. */
export interface LeaseRecord {
  readonly kind: 'lease';
  readonly version: 1;
  readonly id: string;
  readonly name: string;
  readonly mode: LockMode;
  /** The page or worker that asked. */
  readonly owner: string;
  /** Who asked first is served first; a thief comes before all. */
  readonly order: number;
  readonly isHeld: boolean;
}

export type LeaseCollections = { leases: LeaseRecord };

export const leaseKeyPaths: KeyPaths<LeaseCollections> = { leases: 'id' };

/** What leased locks are made of. */
export interface LeasedLocksOptions {
  /** Shared by all pages of this address. */
  readonly database: Database<LeaseCollections>;
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  /** Names this page or worker, and no other. */
  readonly owner: string;
  /** Whether that page said goodbye: it need not be asked. */
  readonly isGone: (owner: string) => boolean;
  /** How long a page may take to answer before it counts as dead; one in the background answers, a frozen one does not. */
  readonly answerMs?: number;
  /** How often one who waits looks again, where nobody tells of a change: the holder may have been killed. */
  readonly pollMs?: number;
}

/**
 * Locks between tabs for browsers that have none, as on plain `http` addresses: leases in a database, whose transactions
 * say who has one, and owners who answer when they are asked whether they are still there. Behaves as the browser's own
 * do, but for the seconds that it takes to notice that a page was killed.
 */
export function createLeasedLocks(options: LeasedLocksOptions): TabLocks {
  const { database, channel, owner, isGone, answerMs = 2000, pollMs = 2000 } = options;
  /** Of this page's own leases: called when somebody stole one. */
  const onStolen = new Map<string, () => void>();
  const onChange = new Set<() => void>();
  const onAnswer = new Set<(answerer: string) => void>();
  let nRequests = 0;

  const inLeases = <T>(run: (transaction: LeaseTransaction) => Promise<T>): Promise<T> =>
    database.write(['leases'], run);
  const tellChange = (): void => {
    channel.postMessage({ kind: 'changed' } satisfies Message);
    // A channel does not speak to itself.
    for (const look of [...onChange]) look();
  };

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'who') channel.postMessage({ kind: 'here', owner } satisfies Message);
    if (data.kind === 'here') for (const hear of [...onAnswer]) hear(data.owner);
    if (data.kind !== 'changed') return;
    for (const look of [...onChange]) look();
    void noticeTheft();
  });

  const noticeTheft = async (): Promise<void> => {
    const leases = await database.read(['leases'], (transaction) => transaction.getAll('leases'));
    const present = new Set(leases.map(({ id }) => id));
    for (const [id, tell] of onStolen) if (!present.has(id)) tell();
  };

  /** Takes the leases of dead pages away; gives whether there were any. */
  const bury = async (owners: readonly string[]): Promise<boolean> => {
    const dead = await deadAmong([...new Set(owners)].filter((other) => other !== owner));
    if (dead.size === 0) return false;
    await inLeases(async (transaction) => {
      for (const lease of await transaction.getAll('leases'))
        if (dead.has(lease.owner)) await transaction.delete('leases', lease.id);
    });
    tellChange();
    return true;
  };

  const deadAmong = async (owners: readonly string[]): Promise<ReadonlySet<string>> => {
    const silent = new Set(owners.filter((other) => !isGone(other)));
    if (silent.size > 0) await askAround(silent);
    return new Set([...silent, ...owners.filter(isGone)]);
  };

  /** Takes those who answer out of `silent`. */
  const askAround = (silent: Set<string>): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        onAnswer.delete(hear);
        resolve();
      };
      const timer = setTimeout(end, answerMs);
      const hear = (answerer: string): void => {
        silent.delete(answerer);
        if (silent.size === 0) end();
      };
      onAnswer.add(hear);
      channel.postMessage({ kind: 'who' } satisfies Message);
    });

  /** Puts the request in line, or looks again; gives who stands in its way, nobody where it is granted. */
  const ask = (lease: Pick<LeaseRecord, 'id' | 'name' | 'mode'>, isThief: boolean): Promise<string[]> =>
    inLeases(async (transaction) => {
      const others = (await transaction.getAll('leases')).filter(({ id }) => id !== lease.id);
      const own = await transaction.get('leases', lease.id);
      const orders = others.map(({ order }) => order);
      const order = own?.order ?? (isThief ? Math.min(0, ...orders) - 1 : Math.max(0, ...orders) + 1);
      const ofName = others.filter(({ name }) => name === lease.name);
      const robbed = isThief ? ofName.filter(({ isHeld }) => isHeld) : [];
      for (const { id } of robbed) await transaction.delete('leases', id);
      const inTheWay = ofName.filter(
        (other) =>
          !robbed.includes(other) &&
          (other.isHeld || other.order < order) &&
          (other.mode === 'exclusive' || lease.mode === 'exclusive'),
      );
      const isHeld = inTheWay.length === 0;
      await transaction.put('leases', { kind: 'lease', version: 1, ...lease, owner, order, isHeld });
      return inTheWay.map((other) => other.owner);
    });

  /** Resolves when the lease is held: true; or, for one who would not wait, when it cannot be had. */
  const obtain = async (
    lease: Pick<LeaseRecord, 'id' | 'name' | 'mode'>,
    { ifAvailable = false, steal = false, signal }: LockOptions,
  ): Promise<boolean> => {
    for (;;) {
      const inTheWay = await ask(lease, steal);
      if (inTheWay.length === 0) return true;
      if (await bury(inTheWay)) continue;
      if (ifAvailable) return false;
      await somethingChanges(signal);
      signal?.throwIfAborted();
    }
  };

  const somethingChanges = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        onChange.delete(end);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, pollMs);
      onChange.add(end);
      signal?.addEventListener('abort', end);
    });

  const letGo = async (id: string): Promise<void> => {
    onStolen.delete(id);
    await inLeases((transaction) => transaction.delete('leases', id));
    tellChange();
  };

  return {
    async request(name, options, work) {
      options.signal?.throwIfAborted();
      const id = `${owner} ${nRequests++}`;
      const { mode = 'exclusive' } = options;
      try {
        const isHeld = await obtain({ id, name, mode }, options);
        if (options.steal) tellChange();
        if (!isHeld) return await work(null);
        const stolen = new Promise<never>((_, reject) => {
          onStolen.set(id, () => reject(new DOMException('the lock was stolen', 'AbortError')));
        });
        return await Promise.race([work({ name }), stolen]);
      } finally {
        await letGo(id);
      }
    },
    async query() {
      const readAll = (): Promise<LeaseRecord[]> =>
        database.read(['leases'], (transaction) => transaction.getAll('leases'));
      await bury((await readAll()).map((lease) => lease.owner));
      const leases = await readAll();
      return {
        held: leases.filter(({ isHeld }) => isHeld),
        pending: leases.filter(({ isHeld }) => !isHeld),
      };
    },
  };
}

type LeaseTransaction = WriteTransaction<LeaseCollections, 'leases'>;

/** What pages say to each other. */
type Message =
  | { readonly kind: 'changed' }
  | { readonly kind: 'who' }
  | { readonly kind: 'here'; readonly owner: string };
