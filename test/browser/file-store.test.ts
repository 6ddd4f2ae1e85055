import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileStore, type FileStore } from '../../src/pwa/file-store.ts';
import type { PrecacheList } from '../../src/pwa/precache-list.ts';

const NAME = 'file-store-test';
const SCOPE = 'https://school.example/lab/';

describe('the files of the app', () => {
  let served: Map<string, string>;
  let asked: string[];
  let files: FileStore;

  beforeEach(async () => {
    served = new Map();
    asked = [];
    files = createFileStore({ scope: SCOPE, cache: await caches.open(NAME), fetch: fetchServed });
  });
  afterEach(() => caches.delete(NAME));

  /** The host: answers from `served`, and refuses other content than asked for, as `fetch` does. */
  async function fetchServed(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const url = String(input).replace(SCOPE, './');
    asked.push(url);
    const text = served.get(url);
    if (text === undefined) return new Response('not found', { status: 404 });
    if ((await integrityOf(text)) !== init.integrity) throw new TypeError('Failed to fetch');
    return new Response(text, {
      headers: { 'content-type': url.endsWith('html') ? 'text/html' : 'text/plain' },
    });
  }

  async function publish(version: string, content: Readonly<Record<string, string>>): Promise<PrecacheList> {
    served = new Map(Object.entries(content));
    const listed = Object.entries(content).map(async ([url, text]) => ({
      url,
      integrity: await integrityOf(text),
      bytes: text.length,
      isSandboxed: url.endsWith('.html'),
    }));
    return { version, files: await Promise.all(listed) };
  }

  const read = async (path: string, list: PrecacheList): Promise<string | undefined> =>
    (await files.find(SCOPE + path, list))?.text();

  it('are found by address: the page by its folder, its file name and any search', async () => {
    const list = await publish('1', { './': 'page', './assets/a-1.js': 'a' });
    await files.add(list);
    expect(await read('', list)).toBe('page');
    expect(await read('index.html?lang=fr#/runs', list)).toBe('page');
    expect(await read('assets/a-1.js', list)).toBe('a');
    expect(await read('assets/b-1.js', list)).toBeUndefined();
    expect(await read('other/', list)).toBeUndefined();
  });

  it('are fetched once, however many versions have them', async () => {
    await files.add(await publish('1', { './': 'page 1', './assets/same.js': 'same' }));
    asked = [];
    const next = await publish('2', { './': 'page 2', './assets/same.js': 'same' });
    await files.add(next);
    expect(asked).toEqual(['./']);
    expect(await read('', next)).toBe('page 2');
  });

  it('are those of the list, or none: another content makes the version fail, and what came is kept for the next try', async () => {
    const list = await publish('1', { './assets/a.js': 'a', './assets/b.js': 'b' });
    served.set('./assets/b.js', 'half deployed');
    await expect(files.add(list)).rejects.toThrow('Failed to fetch');
    served.set('./assets/b.js', 'b');
    asked = [];
    await files.add(list);
    expect(asked).toEqual(['./assets/b.js']);
  });

  it('say which is missing on the host', async () => {
    const list = await publish('1', { './assets/a.js': 'a' });
    served.clear();
    await expect(files.add(list)).rejects.toThrow("'./assets/a.js' was answered with status 404");
  });

  it('of an old version stay while it is in use, under names that the new one does not have', async () => {
    const old = await publish('1', { './': 'page 1', './assets/a-1.js': 'old a' });
    await files.add(old);
    const next = await publish('2', { './': 'page 2', './assets/a-2.js': 'new a' });
    await files.add(next);
    await files.dropAllBut(['2', '1']);
    expect(await read('assets/a-1.js', next)).toBe('old a');
    await files.dropAllBut(['2']);
    expect(await read('assets/a-1.js', next)).toBeUndefined();
    expect(await read('assets/a-2.js', next)).toBe('new a');
    expect(await read('', next)).toBe('page 2');
  });

  it('that are frames for other code always come with an origin of their own', async () => {
    const list = await publish('1', { './': 'page', './sandbox.html': 'frame' });
    await files.add(list);
    const frame = await files.find(`${SCOPE}sandbox.html`, list);
    expect(frame?.headers.get('content-security-policy')).toBe('sandbox allow-scripts');
    expect(frame?.headers.get('content-type')).toBe('text/html');
    expect((await files.find(SCOPE, list))?.headers.get('content-security-policy')).toBeNull();
  });
});

async function integrityOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
