import { describe, expect, it } from 'vitest';
import { bytesSource, readAllBytes } from '../../../src/core/table/byte-source.ts';

describe('a byte source', () => {
  it('over bytes in memory can be read more than once', async () => {
    const source = bytesSource('a.csv', Uint8Array.of(1, 2, 3));
    expect([source.name, source.size]).toEqual(['a.csv', 3]);
    expect(new Uint8Array(await readAllBytes(source))).toEqual(Uint8Array.of(1, 2, 3));
    expect(new Uint8Array(await readAllBytes(source))).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('gives all its chunks in one buffer', async () => {
    const source = {
      name: 'a',
      size: null,
      async *bytes() {
        yield Uint8Array.of(1);
        yield new Uint8Array(0);
        yield Uint8Array.of(0, 2, 3).subarray(1);
      },
    };
    expect(new Uint8Array(await readAllBytes(source))).toEqual(Uint8Array.of(1, 2, 3));
  });
});
