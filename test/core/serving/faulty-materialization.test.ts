import { expect, test } from 'vitest';
import { latenessMs, skipsMaterialization } from '../../../src/core/serving/faulty-materialization.ts';

test('materialization is skipped for one view, or for all', () => {
  const one = [{ kind: 'skip-materialization', view: 'subs' }] as const;
  expect([skipsMaterialization(one, 'subs'), skipsMaterialization(one, 'usage')]).toEqual([true, false]);
  expect(skipsMaterialization([{ kind: 'skip-materialization' }], 'usage')).toBe(true);
});

test('rows of a late view are late by days, those of others are not', () => {
  const late = [{ kind: 'late-data', view: 'usage', days: 2 }] as const;
  expect([latenessMs(late, 'usage'), latenessMs(late, 'subs')]).toEqual([172_800_000, 0]);
});
