import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../../src/notebook/link/decode-link.ts';
import { encodeLink } from '../../../src/notebook/link/encode-link.ts';
import type { LessonLink } from '../../../src/notebook/link/lesson-link.ts';
import { checksumOf } from '../../../src/notebook/link/link-format.ts';
import { fromBase64Url, toBase64Url } from '../../../src/notebook/link/link-text.ts';
import { anyLink } from './any-link.ts';

const LINK: LessonLink = {
  lesson: { kind: 'shipped', slug: 'point-in-time-joins' },
  step: 'naive-join',
  cells: [{ label: 'ttl', source: 'const ttl = days(____);' }],
};

/** A link's text around any bytes, with its checksum right. */
function textAround(value: unknown, version = '1'): string {
  const payload = toBase64Url(deflateSync(new TextEncoder().encode(JSON.stringify(value))));
  return `${version}.${checksumOf(payload)}.${payload}`;
}

describe('decodeLink', () => {
  it('gives back what was encoded, for 500 links of every form', () => {
    fc.assert(
      fc.property(anyLink, (link) => {
        expect(decodeLink(encodeLink(link).text)).toEqual({ link, problem: null });
      }),
      { numRuns: 500 },
    );
  });

  it('refuses each of 500 links in which one character changed', () => {
    const base64 = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.');
    fc.assert(
      fc.property(anyLink, fc.nat(), base64, (link, at, character) => {
        const { text } = encodeLink(link);
        const position = at % text.length;
        fc.pre(text[position] !== character);
        const changed = `${text.slice(0, position)}${character}${text.slice(position + 1)}`;
        expect(decodeLink(changed).link).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on 500 links whose bytes were changed and whose checksum was made right again', () => {
    fc.assert(
      fc.property(anyLink, fc.nat(), fc.integer({ min: 1, max: 255 }), (link, at, flip) => {
        const bytes = fromBase64Url(encodeLink(link).text.split('.')[2]!)!;
        bytes[at % bytes.length]! ^= flip;
        const payload = toBase64Url(bytes);
        const decoded = decodeLink(`1.${checksumOf(payload)}.${payload}`);
        // A changed byte may still spell another good link; then that is what it says.
        if (decoded.link === null) expect(decoded.problem.code).not.toBe('newer-version');
        else expect(decodeLink(encodeLink(decoded.link).text).link).toEqual(decoded.link);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses every link that was cut', () => {
    const { text } = encodeLink(LINK);
    for (let length = 0; length < text.length; length++) {
      expect(decodeLink(text.slice(0, length)).link, `cut to ${length}`).toBeNull();
    }
  });

  it('reads any text at all without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webPath(), fc.json()), (text) => {
        expect(decodeLink(text).link).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('ignores white space that came with copying', () => {
    expect(decodeLink(`\n ${encodeLink(LINK).text} \n`).link).toEqual(LINK);
  });

  it.for([
    ['', 'no-link'],
    ['hello', 'no-link'],
    ['0.aaaaaaaaaaaa.AAAA', 'no-link'],
    ['1.a.b.c', 'no-link'],
    ['1', 'damaged'],
    ['1.aaaaaaaaaaaa.AAAA', 'damaged'],
    ['2.whatever', 'newer-version'],
    ['7.aaaaaaaaaaaa.AAAA', 'newer-version'],
  ] as const)('says of %s that it is %s', ([text, code]) => {
    expect(decodeLink(text).problem?.code).toBe(code);
  });

  it('refuses a text longer than any link before it looks inside', () => {
    expect(decodeLink(`1.${'a'.repeat(500_000)}`).problem?.code).toBe('too-large');
  });

  it('stops a link that unpacks to a thousand times its size', () => {
    const bomb = { lesson: { kind: 'own', markdown: 'x'.repeat(50_000_000) } };
    const text = textAround(bomb);
    expect(text.length).toBeLessThan(100_000);
    expect(decodeLink(text).problem?.code).toBe('too-large');
  });

  it.for([
    [{ ...LINK, lesson: { kind: 'shipped', slug: '../../secret' } }, 'lesson.slug'],
    [{ ...LINK, lesson: { kind: 'shipped', slug: '<script>alert(1)</script>' } }, 'lesson.slug'],
    [{ ...LINK, step: '"><img src=x onerror=alert(1)>' }, 'step'],
    [{ ...LINK, language: 'xx' }, 'language'],
    [{ ...LINK, seed: 1.5 }, 'seed'],
    [{ ...LINK, clock: -1 }, 'clock'],
    [{ ...LINK, run: true }, 'run'],
    [{ ...LINK, hiddenStations: ['map', 'map'] }, 'hiddenStations'],
    [{ ...LINK, cells: [...LINK.cells!, ...LINK.cells!] }, 'cells'],
    [{ ...LINK, cells: [{ label: 'a', source: 'x'.repeat(20_001) }] }, 'cells.0.source'],
    [{ ...LINK, solutions: 0 }, 'solutions'],
    [[LINK], 'lesson'],
    [null, null],
    ['x', null],
  ] as const)('refuses case %$ and names the place', ([value, path]) => {
    expect(decodeLink(textAround(value)).problem).toEqual({ code: 'not-acceptable', path });
  });

  it('takes no member from a prototype that the link names', () => {
    const payload = toBase64Url(
      deflateSync(
        new TextEncoder().encode('{"lesson":{"kind":"shipped","slug":"a"},"__proto__":{"steps":"open"}}'),
      ),
    );
    const decoded = decodeLink(`1.${checksumOf(payload)}.${payload}`);
    expect(decoded.problem?.code ?? 'accepted').toBe('not-acceptable');
    expect(({} as { steps?: string }).steps).toBeUndefined();
  });

  it('refuses bytes that are no UTF-8, no JSON, or go on after the end', () => {
    const around = (bytes: Uint8Array): string => {
      const payload = toBase64Url(bytes);
      return `1.${checksumOf(payload)}.${payload}`;
    };
    expect(decodeLink(around(deflateSync(Uint8Array.of(0xff, 0xfe)))).problem?.code).toBe('damaged');
    expect(decodeLink(around(deflateSync(new TextEncoder().encode('{')))).problem?.code).toBe('damaged');
    expect(decodeLink(around(new Uint8Array(0))).problem?.code).toBe('damaged');
    expect(decodeLink(around(Uint8Array.of(7, 7, 7))).problem?.code).toBe('damaged');
  });
});
