import type { PrecachedFile, PrecacheList } from './precache-list.ts';

/** Where files are kept and come from. */
export interface FileStoreHost {
  /** The folder that the app is served from, with a slash at the end. */
  readonly scope: string;
  readonly cache: Cache;
  readonly fetch: typeof fetch;
}

/** The app's files by content: versions share what they have in common, and an old one stays while a page runs it. */
export interface FileStore {
  /** Fetches what is not there yet. Fails where one file cannot be had exactly as listed; what came is kept. */
  add(list: PrecacheList): Promise<void>;
  /** The answer for an address: of this version, else of an older one that is still kept. */
  find(url: string, list: PrecacheList): Promise<Response | undefined>;
  /** An answer from elsewhere, with the policy that the file of this address always comes with. */
  guard(url: string, list: PrecacheList, response: Response): Response;
  /** Forgets the files that belong to none of the versions. */
  dropAllBut(versions: readonly string[]): Promise<void>;
}

/** As many as a browser has connections to one host (HTTP/1.1): the first page view should not wait behind more. */
const MOST_AT_ONCE = 4;

const LIST = 'precache-list';
const CONTENT = 'content';

/** Gives a document an opaque origin, as the frame's `sandbox` attribute does: service workers never see such frames. */
const SANDBOX_POLICY = 'sandbox allow-scripts';

export function createFileStore({ scope, cache, fetch }: FileStoreHost): FileStore {
  const listKey = (version: string): string => `${scope}?${LIST}=${version}`;
  const contentKey = ({ url, integrity }: PrecachedFile): string => {
    const key = new URL(url, scope);
    key.searchParams.set(CONTENT, integrity);
    return key.href;
  };

  const addFile = async (file: PrecachedFile): Promise<void> => {
    const key = contentKey(file);
    if ((await cache.match(key)) !== undefined) return;
    await cache.put(key, await fetchExactly(file));
  };

  const fetchExactly = async ({ url, integrity }: PrecachedFile): Promise<Response> => {
    const ask = async (mode: RequestCache): Promise<Response> => {
      // Behind whatever the page itself asks for meanwhile.
      const response = await fetch(new URL(url, scope), { integrity, cache: mode, priority: 'low' });
      if (!response.ok) throw new Error(`'${url}' was answered with status ${response.status}`);
      return response;
    };
    // A cache on the way may hold another version under the same name: then past it.
    const response = await ask('default').catch(() => ask('reload'));
    if (!response.redirected) return response;
    // A navigation may not be answered with a response that was redirected.
    return new Response(response.body, { headers: response.headers });
  };

  const fileAt = (url: string, { files }: PrecacheList): PrecachedFile | undefined =>
    files.find((file) => isAt(new URL(url), new URL(file.url, scope)));

  return {
    async add(list) {
      await cache.put(listKey(list.version), Response.json(list));
      const waiting = list.files.values();
      const work = async (): Promise<void> => {
        for (const file of waiting) await addFile(file);
      };
      await Promise.all(Array.from({ length: MOST_AT_ONCE }, work));
    },

    async find(url, list) {
      const file = fileAt(url, list);
      if (file === undefined) return cache.match(url, { ignoreSearch: true });
      const response = await cache.match(contentKey(file));
      return response && guard(file, response);
    },

    guard: (url, list, response) => guard(fileAt(url, list), response),

    async dropAllBut(versions) {
      const kept = new Set(versions.map(listKey));
      for (const key of [...kept]) {
        const list = (await (await cache.match(key))?.json()) as PrecacheList | undefined;
        for (const file of list?.files ?? []) kept.add(contentKey(file));
      }
      for (const { url } of await cache.keys()) if (!kept.has(url)) await cache.delete(url);
    },
  };
}

/** The page is found with any search, and by the name of its file. */
function isAt(address: URL, file: URL): boolean {
  if (address.origin !== file.origin) return false;
  return address.pathname === file.pathname || address.pathname === `${file.pathname}index.html`;
}

function guard(file: PrecachedFile | undefined, response: Response): Response {
  if (!file?.isSandboxed) return response;
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.append('content-security-policy', SANDBOX_POLICY);
  return new Response(response.body, { status, statusText, headers });
}
