import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import { navigate, onAddress, splitHash } from './address.ts';

/** What a page keeps in its address: `#/features/explorer?user=…&at=…`. Reload, back and forward bring it back. */
export interface AddressParams {
  /** The path within the hash, e.g. '/features/explorer'. */
  readonly path: string;
  readonly params: URLSearchParams;
  /**
   * Sets the given params, removes those that are null, and keeps the others; `path` moves to another page of the
   * station. A new entry in the history unless `replace` is set.
   */
  change(
    changes: Readonly<Record<string, string | null>>,
    options?: { readonly path?: string; readonly replace?: boolean },
  ): void;
}

/** What components below take for params that the address does not have, such as the date that a lesson's picture shows. */
export const AddressDefaults = createContext<Readonly<Record<string, string>>>({});

/** The address of the page within the hash, with what is selected on it. */
export function useAddressParams(): AddressParams {
  const hash = useSyncExternalStore(onAddress, () => location.hash);
  const defaults = useContext(AddressDefaults);
  const change = useCallback<AddressParams['change']>((changes, options = {}) => {
    const { path, params } = readAddress(location.hash);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) params.delete(name);
      else params.set(name, value);
    }
    navigate(withParams(options.path ?? path, params), { replace: options.replace ?? false });
  }, []);
  return useMemo(() => {
    const { path, params } = readAddress(hash);
    const all = new URLSearchParams({ ...defaults, ...Object.fromEntries(params) });
    return { path, params: all, change };
  }, [hash, defaults, change]);
}

/** The address of a page with params, for links; after a station alone stands a slash, as in all addresses that were given out. */
export function writeAddress(path: string, params: URLSearchParams): string {
  return `#${withParams(path, params)}`;
}

function withParams(path: string, params: URLSearchParams): string {
  // A comma or a colon may stand in a hash as it is, and reads better so.
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  if (query === '') return path;
  return `${path.lastIndexOf('/') === 0 ? `${path}/` : path}?${query}`;
}

function readAddress(hash: string): Pick<AddressParams, 'path' | 'params'> {
  const { path, query } = splitHash(hash);
  return { path: path.replace(/(.)\/$/, '$1'), params: new URLSearchParams(query) };
}
