import { expect, it } from 'vitest';
import { createSeededIds } from '../../../src/core/tracking/id-source.ts';

it('gives the same ids for the same seed, and never one twice', () => {
  const draw = (seed: string) => {
    const ids = createSeededIds(seed);
    return Array.from({ length: 1000 }, () => ids.next());
  };
  const first = draw('a');
  expect(draw('a')).toEqual(first);
  expect(new Set([...first, ...draw('b')]).size).toBe(2000);
  expect(first.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
});
