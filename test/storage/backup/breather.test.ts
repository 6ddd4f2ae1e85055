import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf, startDigest } from '../../../src/core/digest.ts';
import { addInSlices, createBreather } from '../../../src/storage/backup/breather.ts';

describe('long work on a page', () => {
  it('lets tasks in that wait, once it has gone on for a while, and not before', async () => {
    let isServed = false;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      isServed = true;
      port1.close();
    };
    const breathe = createBreather();
    port2.postMessage('click');
    await breathe();
    expect(isServed).toBe(false);
    const startMs = performance.now();
    while (performance.now() - startMs < 20);
    await breathe();
    expect(isServed).toBe(true);
  });

  it('hashes in slices to what one piece gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 800_000 }), async (length) => {
        const bytes = Uint8Array.from({ length }, (_, i) => i % 251);
        const digest = startDigest();
        await addInSlices(digest, bytes, createBreather());
        expect(digest.end()).toBe(digestOf(bytes));
      }),
      { numRuns: 10 },
    );
  });
});
