import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToPage, PAGE_ENCODING, textToBytes } from '../../src/single/text-bytes.ts';

describe('bytes in a page', () => {
  it('come back as they were, all 256 of them in any order', () => {
    const roundTrip = (bytes: Uint8Array): Uint8Array =>
      textToBytes(new TextDecoder(PAGE_ENCODING).decode(bytesToPage(bytes)));
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(roundTrip(all)).toEqual(all);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(roundTrip(bytes)).toEqual(bytes);
      }),
    );
  });

  it('hold nothing that a parser of HTML, or a tool that changes line ends, would take for its own', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    for (const byte of [0x00, 0x0a, 0x0d, 0x3c]) expect(bytesToPage(all)).not.toContain(byte);
  });

  it('take two percent more room, not a third', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 167 + (i >> 8)) & 255);
    expect(bytesToPage(bytes).length / bytes.length).toBeLessThan(1.025);
  });
});
