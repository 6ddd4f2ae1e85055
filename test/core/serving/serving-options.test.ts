import { expect, test } from 'vitest';
import { resolveServingOptions } from '../../../src/core/serving/serving-options.ts';
import { START } from './lab-bench.ts';

test('only the model and its features are needed', () => {
  expect(resolveServingOptions(START)).toEqual({
    ...START,
    onMissing: 'reject',
    onStale: 'warn',
    staleAfter: null,
    strictTtl: false,
    fullFeatureNames: false,
    joinKey: 'user_id',
  });
});

test.each([
  [{ modelUri: '' }, "modelUri is ''"],
  [{ features: [] }, 'no features to serve'],
  [{ onMissing: 'imputed' }, "onMissing is 'imputed'"],
  [{ onStale: 'refuse' }, "onStale is 'refuse'"],
  [{ features: 'view:feature' }, "features is 'view:feature'"],
  [{ onMising: 'reject' }, "api.start has no option 'onMising'"],
  [{ modelUri: undefined }, "api.start lacks 'modelUri'"],
  [{ staleAfter: -1 }, 'staleAfter is -1'],
  [{ staleAfter: Number.NaN }, 'staleAfter is NaN'],
  [{ staleAfter: '3' }, "staleAfter is '3'"],
  [{ features: ['watch_hours'] }, "'watch_hours' is no feature reference"],
  [{ features: [3] }, '3 is no feature reference'],
  [{ joinKey: 3 }, 'joinKey is 3'],
])('%j is refused', (change, message) => {
  expect(() => resolveServingOptions({ ...START, ...change } as never)).toThrow(message);
});
