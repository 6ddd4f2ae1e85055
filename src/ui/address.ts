import { useSyncExternalStore } from 'react';
import type { BaseLocationHook } from 'wouter';

/** The two parts of an address in the hash: `#/features/explorer?user=7` is '/features/explorer' and 'user=7'. */
export function splitHash(hash: string): { readonly path: string; readonly query: string } {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '/').split('?');
  return { path, query };
}

/** What `select` makes of the path that the reader is at; shown anew only when that changes. */
export function usePath<T extends string | boolean | null>(select: (path: string) => T): T {
  return useSyncExternalStore(onAddress, () => select(splitHash(location.hash).path));
}

/** Goes to an address within the hash, as '/runs/compare?runs=a,b': a new entry in the history unless `replace` is set. */
export function navigate(address: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  const hash = `#${address}`;
  if (hash === location.hash) return;
  const oldURL = location.href;
  history[replace ? 'replaceState' : 'pushState'](null, '', hash);
  // The browser fires this event for its own navigations only.
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: location.href }));
}

/** Hears of every change of the address; gives what ends the hearing. */
export function onAddress(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

/** The router's location. wouter's own for hashes writes what follows a `?` before the hash, where no page looks for it. */
export const useHashPath: BaseLocationHook = () => [usePath((path) => path), navigate];
useHashPath.hrefs = (href: string) => `#${href}`;
