import { describe, expect, it } from 'vitest';
import { createSeededIds } from '../../../src/core/tracking/id-source.ts';
import { generateRunName } from '../../../src/core/tracking/run-name.ts';

describe('a drawn run name', () => {
  it('is adjective-noun-number within 20 characters for any id, and varies', () => {
    const ids = createSeededIds('names');
    const names = Array.from({ length: 500 }, () => generateRunName(ids.next()));
    for (const name of names) expect(name).toMatch(/^(?=.{5,20}$)[a-z]+-[a-z]+-(\d{1,3}|1000)$/);
    expect(new Set(names).size).toBeGreaterThan(490);
  });

  it('depends on the id only', () => {
    expect(generateRunName('0'.repeat(32))).toBe(generateRunName('0'.repeat(32)));
  });
});

describe('seeded ids', () => {
  it('are 32 hex digits, the same for the same seed and others for another', () => {
    const [a, b, c] = [createSeededIds('a'), createSeededIds('a'), createSeededIds('c')];
    const first = [a.next(), a.next()];
    expect(first.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
    expect([b.next(), b.next()]).toEqual(first);
    expect(first).not.toContain(c.next());
    expect(first[0]).not.toBe(first[1]);
  });
});
