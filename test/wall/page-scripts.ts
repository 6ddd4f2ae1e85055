import { SECRET } from './attempt.ts';

/** Puts the secret wherever a page may keep something, and defines what is asked of a page afterwards. */
export const PLANT_SECRETS = `
  localStorage.setItem('secret', '${SECRET}');
  sessionStorage.setItem('secret', '${SECRET}');
  document.cookie = 'secret=${SECRET}';
  const note = document.createElement('p');
  note.textContent = '${SECRET}';
  document.body.append(note);
  // A page that is opened from a disk may have no caches.
  await caches.open('secret').then((cache) => cache.put('https://cache.invalid/secret', new Response('${SECRET}'))).catch(() => 0);
  await new Promise((resolve, reject) => {
    const request = indexedDB.open('secret');
    request.onupgradeneeded = () => request.result.createObjectStore('secret').put('${SECRET}', 1);
    request.onsuccess = () => { request.result.close(); resolve(); };
    request.onerror = () => reject(request.error);
  });
  navigator.locks.request('secret', () => new Promise(() => undefined));
  const channel = new BroadcastChannel('secret');
  setInterval(() => channel.postMessage('${SECRET}'), 50);
  const heard = [];
  new BroadcastChannel('loot').onmessage = ({ data }) => heard.push(data);
  addEventListener('message', ({ data }) => { if (data === 'loot') heard.push(data); });

  const recordsOf = (database, name) => new Promise((resolve, reject) => {
    const store = database.transaction(name).objectStore(name);
    const records = store.getAll();
    store.getAllKeys().onsuccess = ({ target }) => resolve([target.result, records.result]);
    records.onerror = () => reject(records.error);
  });
  const databaseOf = async ({ name }) => {
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const stores = [];
    for (const store of database.objectStoreNames) stores.push([store, await recordsOf(database, store)]);
    database.close();
    return JSON.stringify([name, stores], (_, value) =>
      value instanceof Map ? [...value] : ArrayBuffer.isView(value) ? [...value] : value instanceof ArrayBuffer ? value.byteLength : value);
  };
  // Everything of the page that a cell must not change, by name.
  globalThis.snapshotPage = async () => {
    const frames = [...document.querySelectorAll('iframe')];
    const html = frames.reduce((text, frame) => text.replace(frame.outerHTML, ''), document.documentElement.outerHTML)
      // The lab as one file holds all its files, and would be compared by megabytes.
      .replace(/<script type="application\\/octet-stream"[^]*?<\\/script>/, '');
    return {
      localStorage: JSON.stringify(Object.entries(localStorage)),
      sessionStorage: JSON.stringify(Object.entries(sessionStorage)),
      cookies: document.cookie,
      databases: (await Promise.all((await indexedDB.databases()).map(databaseOf))).sort().join(),
      caches: (await caches.keys().catch(() => [])).join(),
      address: location.href + ' ' + history.length,
      document: html + document.title,
      prototypes: [Object, Array, Function, Promise].map(({ prototype }) => Object.getOwnPropertyNames(prototype)).join(),
      heard: String(heard),
    };
  };
`;

/** Defines `runCell(source)`: the source as a cell of the kernel that the built app opens, over the app's own lab. */
export const startKernelOf = (chunk: string): string =>
  startKernel(`new URL('${chunk}', document.baseURI).href`);

/** The same in the lab as one file, whose chunks are blobs. */
export const START_KERNEL_OF_FILE = startKernel(
  `'lab/' + Object.keys(labFiles).find((file) => file.startsWith('open-kernel'))`,
);

function startKernel(address: string): string {
  return `
  const { openKernel } = await import(${address});
  const states = [];
  const client = await openKernel({ onState: (state) => states.push(state), onTopics: () => undefined });
  globalThis.kernel = { client, states };
  globalThis.runCell = async (source) => {
    const outputs = [];
    const started = performance.now();
    const ended = await client.run({ cellId: 'cell', source }, {
      onOutput: (output) => outputs.push(output), onProgress: () => undefined,
    });
    const ms = performance.now() - started;
    return { end: ended.end, stateKept: ended.stateKept, outputs: JSON.stringify(outputs), ms };
  };
  await runCell('1');
`;
}
