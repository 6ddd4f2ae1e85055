import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../../src/notebook/link/link-text.ts';

describe('base64url', () => {
  it('is what Node writes, and comes back as the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64Url(text)).toEqual(bytes);
      }),
    );
  });

  it.for(['A', 'AB=', 'A+B', 'é', 'A B', 'AB', 'AAB'])(
    'refuses %s, which is no or another spelling',
    (text) => {
      expect(fromBase64Url(text)).toBeNull();
    },
  );
});
