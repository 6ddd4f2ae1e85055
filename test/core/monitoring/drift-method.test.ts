import { expect, test } from 'vitest';
import { chooseDriftMethod, scoreDrift } from '../../../src/core/monitoring/drift-method.ts';
import { countPairs } from '../../../src/core/monitoring/paired-counts.ts';
import { columnFromCells } from '../../../src/core/table/from-rows.ts';

const sample = (nRows: number, nDistinct: number) =>
  columnFromCells(Array.from({ length: nRows }, (_, row) => row % nDistinct));

test.each([
  ['numerical', 1000, 6, 'ks'],
  ['numerical', 1000, 5, 'chisquare'],
  ['numerical', 1000, 2, 'z'],
  ['categorical', 1000, 6, 'chisquare'],
  ['categorical', 1000, 2, 'z'],
  ['numerical', 1001, 6, 'wasserstein'],
  ['numerical', 1001, 5, 'jensenshannon'],
  ['categorical', 1001, 6, 'jensenshannon'],
] as const)('%s, %i reference rows, %i distinct values: %s', (kind, nRows, nDistinct, method) => {
  expect(chooseDriftMethod(kind, countPairs(sample(nRows, nDistinct), sample(50, nDistinct)))).toBe(method);
});

test('a distance drifts from its threshold on, a p-value below it', () => {
  const counts = countPairs(columnFromCells(['a', 'b']), columnFromCells(['a', 'c']));
  const options = { kind: 'categorical', wholeNumbers: false } as const;
  const { score } = scoreDrift(counts, 'jensenshannon', options);
  expect(scoreDrift(counts, 'jensenshannon', { ...options, threshold: score }).drifted).toBe(true);
  expect(scoreDrift(counts, 'chisquare', { ...options, threshold: 0 })).toMatchObject({
    score: 0,
    drifted: false,
  });
});
