import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/core/digest.ts';
import { trainTestSplitIndices } from '../../src/core/training/split.ts';
import { readVectors } from './read-vectors.ts';

interface SplitCase {
  readonly n: number;
  readonly testSize: number | null;
  readonly trainSize: number | null;
  readonly randomState: number;
  readonly shuffle: boolean;
  readonly stratify: string | null;
  readonly error?: string;
  readonly nTrain: number;
  readonly nTest: number;
  readonly train: string;
  readonly test: string;
}

const { sklearn, cases } = await readVectors<{ sklearn: string; cases: SplitCase[] }>('splits.json');

describe(`train/test splits of scikit-learn ${sklearn}`, () => {
  it('are 200, errors among them', () => {
    expect(cases).toHaveLength(200);
    expect(cases.filter(({ error }) => error !== undefined).length).toBeGreaterThan(20);
  });

  it.each(cases.map((split, i) => [i, split] as const))('number %i is the same', (_, split) => {
    const run = () => trainTestSplitIndices(split.n, optionsOf(split));
    if (split.error !== undefined) {
      expect(run).toThrow(expect.objectContaining({ name: split.error }));
      return;
    }
    const [train, test] = run();
    expect([train.length, test.length]).toEqual([split.nTrain, split.nTest]);
    expect([digestOf(train), digestOf(test)]).toEqual([split.train, split.test]);
  });
});

function optionsOf({ testSize, trainSize, randomState, shuffle, stratify }: SplitCase) {
  return {
    randomState,
    shuffle,
    ...(testSize === null ? {} : { testSize }),
    ...(trainSize === null ? {} : { trainSize }),
    ...(stratify === null ? {} : { stratify: Array.from(stratify, Number) }),
  };
}
