import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ValueError } from '../../../src/core/errors.ts';
import type { CountOrFraction } from '../../../src/core/training/count-or-fraction.ts';
import { trainTestSplitIndices } from '../../../src/core/training/split.ts';
import { readVectors, vectorsPresent } from './sklearn-vectors.ts';

interface SplitVectors {
  readonly full: readonly {
    n: number;
    test_size: number | null;
    train_size: number | null;
    seed: number;
    y: number[] | null;
    train: number[];
    test: number[];
    error?: true;
  }[];
  readonly hashed: readonly {
    n: number;
    test_size: number;
    seed: number;
    stratify: string | null;
    n_train: number;
    n_test: number;
    sha256_train_le_int32: string;
    sha256_test_le_int32: string;
  }[];
}

describe('trainTestSplitIndices', () => {
  it('puts the first permuted rows into the test set', () => {
    const [train, test] = trainTestSplitIndices(10, { testSize: 0.2, randomState: 0 });
    expect([...test]).toEqual([2, 8]);
    expect([...train]).toEqual([4, 9, 1, 6, 7, 3, 0, 5]);
  });

  it('keeps the order of rows without shuffling', () => {
    const [train, test] = trainTestSplitIndices(5, { testSize: 2, randomState: 0, shuffle: false });
    expect([[...train], [...test]]).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  it('tells a count of one row from the whole fraction', () => {
    const [train] = trainTestSplitIndices(5, { testSize: { count: 1 }, randomState: 0 });
    expect(train).toHaveLength(4);
    expect(() => trainTestSplitIndices(5, { testSize: { fraction: 1 }, randomState: 0 })).toThrow(/testSize/);
  });

  it('puts every row on exactly one side', () => {
    const sizes = fc.tuple(fc.integer({ min: 8, max: 200 }), fc.double({ min: 0.3, max: 0.7, noNaN: true }));
    fc.assert(
      fc.property(sizes, fc.nat(), fc.boolean(), ([n, testSize], randomState, stratified) => {
        const stratify = stratified ? Array.from({ length: n }, (_, i) => i % 2 === 0) : null;
        const [train, test] = trainTestSplitIndices(n, { testSize, randomState, stratify });
        const rows = [...train, ...test].sort((a, b) => a - b);
        expect(rows).toEqual(Array.from({ length: n }, (_, i) => i));
      }),
    );
  });

  it('splits a hundred and fifty thousand stratified rows', () => {
    const stratify = Uint8Array.from({ length: 150_000 }, (_, i) => (i % 3 === 0 ? 1 : 0));
    const [train, test] = trainTestSplitIndices(150_000, { randomState: 3, stratify });
    expect([train.length, test.length]).toEqual([112_500, 37_500]);
  });

  it.each<[string, number, { testSize?: CountOrFraction; trainSize?: CountOrFraction; stratify?: number[] }]>(
    [
      ['a fraction of 1.5', 10, { testSize: 1.5 }],
      ['a count as large as the rows', 10, { testSize: 10 }],
      ['a negative count', 10, { testSize: -3 }],
      ['fractions above one', 10, { testSize: 0.6, trainSize: 0.6 }],
      ['counts above the rows', 10, { testSize: 6, trainSize: 6 }],
      ['an empty train set', 1, { testSize: 0.5 }],
      ['a class of one row', 4, { stratify: [0, 0, 0, 1] }],
      ['fewer test rows than classes', 6, { testSize: 1, stratify: [0, 0, 0, 1, 1, 1] }],
      ['labels of another length', 6, { stratify: [0, 1] }],
    ],
  )('refuses %s', (_, n, options) => {
    expect(() => trainTestSplitIndices(n, { randomState: 0, ...options })).toThrow(ValueError);
  });

  it('refuses to stratify unshuffled rows', () => {
    const options = { randomState: 0, shuffle: false, stratify: [0, 1, 0, 1] };
    expect(() => trainTestSplitIndices(4, options)).toThrow(/shuffle=false/);
  });

  it.runIf(vectorsPresent)('repeats 889 recorded splits of scikit-learn and its 116 refusals', () => {
    const { full } = readVectors<SplitVectors>('splits.json');
    let refused = 0;
    for (const {
      n,
      test_size: testSize,
      train_size: trainSize,
      seed: randomState,
      y: stratify,
      ...expected
    } of full) {
      const split = () => trainTestSplitIndices(n, { testSize, trainSize, randomState, stratify });
      if (expected.error) {
        expect(split).toThrow(ValueError);
        refused++;
        continue;
      }
      const [train, test] = split();
      expect([...train]).toEqual(expected.train);
      expect([...test]).toEqual(expected.test);
    }
    expect([full.length - refused, refused]).toEqual([889, 116]);
  });

  it.runIf(vectorsPresent)('repeats 216 recorded splits of up to 100,000 rows by hash', () => {
    const { hashed } = readVectors<SplitVectors>('splits.json');
    expect(hashed).toHaveLength(216);
    for (const { n, test_size: testSize, seed: randomState, stratify, ...expected } of hashed) {
      const labels = Uint8Array.from({ length: n }, (_, i) => ((i * 7919) % 1000 < 265 ? 1 : 0));
      const [train, test] = trainTestSplitIndices(n, {
        testSize,
        randomState,
        stratify: stratify === null ? null : labels,
      });
      expect(sha256(train)).toBe(expected.sha256_train_le_int32);
      expect(sha256(test)).toBe(expected.sha256_test_le_int32);
    }
  });
});

function sha256(rows: Int32Array): string {
  return createHash('sha256').update(rows).digest('hex');
}
