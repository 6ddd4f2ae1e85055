// Our own instead of Workbox: that one drops the old version's files the moment the new one takes over, under the
// feet of open tabs, and its build tool brings some 300 packages for what is one page here.
import { createFileStore, type FileStore } from './file-store.ts';
import type { PrecacheList } from './precache-list.ts';
import { versionsInUse } from './version-lock.ts';

/** What a page may ask of the worker: to take over now, or to drop the files that no page needs any more. */
export type WorkerRequest = { readonly kind: 'take-over' } | { readonly kind: 'tidy' };

declare const self: ServiceWorkerGlobalScope;
/** Put here by the build. */
declare const PRECACHE_LIST: PrecacheList;

const list = PRECACHE_LIST;
const { scope } = self.registration;
let opening: Promise<FileStore> | null = null;

self.addEventListener('install', (event) => {
  event.waitUntil(store().then((files) => files.add(list)));
});

// The first page has no worker yet: from here on it is served too.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const request = event.data as WorkerRequest;
  if (request.kind === 'take-over') event.waitUntil(self.skipWaiting());
  if (request.kind === 'tidy') event.waitUntil(tidy());
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  // Only the app's own files: anything else goes its way as if this worker were not there.
  if (method !== 'GET' || !url.startsWith(scope)) return;
  event.respondWith(answer(event.request));
});

async function answer(request: Request): Promise<Response> {
  const files = await store();
  // Where the cache cannot be read, the network may do.
  const kept = await files.find(request.url, list).catch(() => undefined);
  return kept ?? files.guard(request.url, list, await fetch(request));
}

/** A version being installed has its files among the kept ones: it is left to finish first. */
async function tidy(): Promise<void> {
  const { installing, waiting } = self.registration;
  if (installing !== null || waiting !== null) return;
  const inUse = await versionsInUse(navigator.locks);
  await (await store()).dropAllBut([list.version, ...inUse]);
}

function store(): Promise<FileStore> {
  opening ??= open().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** Caches belong to the whole host: this one is named for the folder that the app is served from. */
async function open(): Promise<FileStore> {
  const cache = await caches.open(`streamflow-lab ${scope}`);
  return createFileStore({ scope, cache, fetch: self.fetch.bind(self) });
}
