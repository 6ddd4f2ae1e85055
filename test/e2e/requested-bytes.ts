import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';

/** What a page asked its host for, in bytes as a packing host sends them. */
export interface RequestedBytes {
  /** Files so far, by name, each once. A file that is packed by itself, as fonts and pictures are, counts as it is. */
  files(): Promise<ReadonlyMap<string, number>>;
}

const PACKED = /\.(woff2|png|wasm|parquet)$/;

/** Counts from now on. Workers' and frames' files count too; what the browser asks for beside the page does not. */
export function countRequestedBytes(page: Page): RequestedBytes {
  const sizes = new Map<string, Promise<number>>();
  page.context().on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (!request.url().startsWith('http') || sizes.has(pathname)) return;
    sizes.set(
      pathname,
      request.response().then(async (response) => {
        const body = (await response?.body()) ?? Buffer.alloc(0);
        return PACKED.test(pathname) ? body.length : gzipSync(body, { level: 9 }).length;
      }),
    );
  });
  return {
    async files() {
      const entries = [...sizes].map(async ([name, size]) => [name, await size.catch(() => 0)] as const);
      return new Map(await Promise.all(entries));
    },
  };
}

/** The sum over the files that `isCounted` takes, in kB. */
export function kilobytes(
  files: ReadonlyMap<string, number>,
  isCounted: (name: string) => boolean = () => true,
): number {
  return [...files].reduce((sum, [name, size]) => sum + (isCounted(name) ? size : 0), 0) / 1000;
}
