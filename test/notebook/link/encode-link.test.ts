import { describe, expect, it } from 'vitest';
import { ValueError } from '../../../src/core/errors.ts';
import { encodeLink } from '../../../src/notebook/link/encode-link.ts';
import type { LessonLink } from '../../../src/notebook/link/lesson-link.ts';
import { drawnText } from './drawn-text.ts';

const LESSON = { kind: 'shipped', slug: 'serving' } as const;

describe('encodeLink', () => {
  it('writes a plain link in a few dozen characters that need no escaping in an address', () => {
    const { text, size } = encodeLink({ lesson: LESSON, step: 'stale-features', language: 'fr' });
    expect(text).toMatch(/^1\.[0-9a-f]{12}\.[A-Za-z0-9_-]+$/);
    expect(encodeURIComponent(text)).toBe(text);
    expect(text.length).toBeLessThan(150);
    expect(size).toBe('short');
  });

  it('writes equal links alike, whatever the order of their members', () => {
    const one: LessonLink = { lesson: LESSON, seed: 7, minutes: 20 };
    const other: LessonLink = { minutes: 20, seed: 7, lesson: { slug: 'serving', kind: 'shipped' } };
    expect(encodeLink(one).text).toBe(encodeLink(other).text);
  });

  it('says when a link is long for an address, and when it must be a file', () => {
    const own = (nChars: number): LessonLink => ({
      lesson: { kind: 'own', markdown: drawnText(nChars) },
    });
    expect(encodeLink(own(2_000)).size).toBe('short');
    expect(encodeLink(own(15_000)).size).toBe('long');
    expect(encodeLink(own(100_000)).size).toBe('file');
  });

  it('names the field that a link cannot carry', () => {
    const link = { lesson: LESSON, seed: -1 };
    expect(() => encodeLink(link)).toThrow(ValueError);
    expect(() => encodeLink(link)).toThrow("the link's seed is -1");
  });
});
