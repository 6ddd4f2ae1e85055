/** The part of the browser's `LockManager` that the lab uses. */
export interface TabLocks {
  request<T>(
    name: string,
    options: LockOptions,
    work: (lock: Pick<Lock, 'name'> | null) => Promise<T>,
  ): Promise<T>;
  query(): Promise<{
    readonly held?: readonly Pick<LockInfo, 'name'>[];
    readonly pending?: readonly Pick<LockInfo, 'name'>[];
  }>;
}
