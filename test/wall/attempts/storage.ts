import type { Attempt } from '../attempt.ts';

/** Ways to read or change what the browser keeps for the page. */
export const STORAGE_ATTEMPTS: readonly Attempt[] = [
  { name: 'read localStorage', code: `return localStorage.getItem('secret');`, control: 'page' },
  { name: 'write localStorage', code: `localStorage.setItem('loot', 'x');`, control: 'page' },
  { name: 'read sessionStorage', code: `return sessionStorage.getItem('secret');`, control: 'page' },
  { name: 'read cookies', code: `return document.cookie;`, control: 'page' },
  { name: 'write a cookie', code: `document.cookie = 'loot=x';`, control: 'page' },
  {
    name: 'read cookies from a store',
    code: `return JSON.stringify(await cookieStore.getAll());`,
    control: 'page',
    lackedBy: ['firefox', 'webkit'],
  },
  {
    name: "read the page's database",
    code: `const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open('secret'); request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error);
      });
      return await new Promise((resolve, reject) => {
        const request = database.transaction('secret').objectStore('secret').get(1);
        request.onsuccess = () => { database.close(); resolve(JSON.stringify(request.result)); }; request.onerror = () => reject(request.error);
      });`,
    control: 'worker',
  },
  {
    name: 'make a database',
    code: `await new Promise((resolve, reject) => {
        const request = indexedDB.open('loot'); request.onsuccess = () => { request.result.close(); resolve(); }; request.onerror = () => reject(request.error);
      });`,
    control: 'worker',
  },
  {
    name: 'delete a database',
    code: `await new Promise((resolve) => { const request = indexedDB.deleteDatabase('secret'); request.onsuccess = request.onerror = request.onblocked = resolve; });`,
    control: 'worker',
  },
  {
    name: 'list databases',
    code: `if ((await indexedDB.databases()).length > 0) return '$SECRET';`,
    control: 'worker',
  },
  {
    name: 'read a cache',
    code: `return (await (await caches.open('secret')).match('https://cache.invalid/secret')).text();`,
    control: 'worker',
  },
  { name: 'make a cache', code: `await caches.open('loot');`, control: 'worker' },
  { name: 'delete a cache', code: `await caches.delete('secret');`, control: 'worker' },
  {
    name: 'open the private file system',
    code: `await navigator.storage.getDirectory(); return '$SECRET';`,
    control: 'worker',
    lackedBy: ['webkit'],
  },
  {
    name: 'see the locks of the page',
    code: `if ((await navigator.locks.query()).held.length > 0) return '$SECRET';`,
    control: 'worker',
  },
  {
    name: 'listen on a broadcast channel of the page',
    code: `const channel = new BroadcastChannel('secret');
      return await new Promise((resolve) => { channel.onmessage = ({ data }) => resolve(data); setTimeout(() => resolve(''), 500); });`,
    control: 'worker',
  },
  {
    name: 'speak on a broadcast channel of the page',
    code: `new BroadcastChannel('loot').postMessage('x'); await new Promise((r) => setTimeout(r, 100));`,
    control: 'worker',
  },
];
