import { ValueError } from '../errors.ts';
import { encodeLabels } from './encode-labels.ts';
import type { Labels } from './estimator.ts';
import { MersenneTwister } from './mersenne-twister.ts';
import { type SplitSizeOptions, splitSizes } from './split-sizes.ts';

export interface SplitOptions extends SplitSizeOptions {
  /**
   * Seed of the permutation, or a generator to go on drawing from. Core has no entropy of its own: whoever wants a
   * surprise draws a seed first.
   */
  readonly randomState: number | MersenneTwister;
  /** One label per row: both sides then keep the proportions of the labels. */
  readonly stratify?: Labels | null | undefined;
  /** False: the first rows train, the next test, nothing is drawn. Defaults to true. */
  readonly shuffle?: boolean | undefined;
}

/**
 * Splits rows 0 … n − 1 into train and test, the same rows in the same order as scikit-learn's
 * `train_test_split`. Throws `ValueError` for sizes that do not fit `n` and for labels too rare to stratify.
 */
export function trainTestSplitIndices(n: number, options: SplitOptions): [Int32Array, Int32Array] {
  const { randomState, stratify = null, shuffle = true } = options;
  const { nTrain, nTest } = splitSizes(n, options);
  if (!shuffle) {
    if (stratify !== null) {
      throw new ValueError(
        'stratify was given with shuffle=false',
        'drop stratify, or let the rows be shuffled',
      );
    }
    const rows = Int32Array.from({ length: nTrain + nTest }, (_, row) => row);
    return [rows.slice(0, nTrain), rows.slice(nTrain)];
  }
  const random = typeof randomState === 'number' ? new MersenneTwister(randomState) : randomState;
  if (stratify !== null) return splitByClass(n, { nTrain, nTest, stratify, random });
  const rows = random.permutation(n);
  return [rows.slice(nTest, nTest + nTrain), rows.slice(0, nTest)];
}

interface StratifiedSplit {
  readonly nTrain: number;
  readonly nTest: number;
  readonly stratify: Labels;
  readonly random: MersenneTwister;
}

function splitByClass(
  n: number,
  { nTrain, nTest, stratify, random }: StratifiedSplit,
): [Int32Array, Int32Array] {
  if (stratify.length !== n) {
    throw new ValueError(
      `Found input variables with inconsistent numbers of samples: [${n}, ${stratify.length}]`,
      'stratify needs one label per row',
    );
  }
  const { classes, codes } = encodeLabels(stratify, 'stratify');
  const rowsByClass: number[][] = classes.map(() => []);
  for (let row = 0; row < n; row++) rowsByClass[codes[row]!]!.push(row);
  const counts = rowsByClass.map((rows) => rows.length);
  checkClasses(counts, { nTrain, nTest });

  const trainCounts = apportion(counts, nTrain, random);
  const remaining = counts.map((count, code) => count - trainCounts[code]!);
  const testCounts = apportion(remaining, nTest, random);
  const train: number[] = [];
  const test: number[] = [];
  rowsByClass.forEach((rows, code) => {
    const shuffled = Array.from(random.permutation(rows.length), (i) => rows[i]!);
    const toTrain = trainCounts[code]!;
    for (const row of shuffled.slice(0, toTrain)) train.push(row);
    for (const row of shuffled.slice(toTrain, toTrain + testCounts[code]!)) test.push(row);
  });
  random.shuffle(train);
  random.shuffle(test);
  return [Int32Array.from(train), Int32Array.from(test)];
}

function checkClasses(counts: readonly number[], sizes: { nTrain: number; nTest: number }): void {
  if (counts.some((count) => count < 2)) {
    throw new ValueError(
      'the least populated class in stratify has only 1 member',
      'every class needs at least 2 rows, one for each side of the split',
    );
  }
  for (const [name, rows] of [['trainSize', sizes.nTrain] as const, ['testSize', sizes.nTest] as const]) {
    if (rows < counts.length) {
      throw new ValueError(
        `${name} is ${rows} rows for ${counts.length} classes`,
        'a stratified split needs at least one row per class on each side',
      );
    }
  }
}

/**
 * Shares out `total` draws over classes of the given sizes: the whole part of each class's quota, then one more
 * for the largest remainders. Equal remainders are chosen among at random, which consumes draws.
 */
function apportion(sizes: readonly number[], total: number, random: MersenneTwister): number[] {
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const quotas = sizes.map((size) => (size / whole) * total);
  const shares = quotas.map(Math.floor);
  let needed = Math.trunc(total - shares.reduce((sum, share) => sum + share, 0));
  const remainders = quotas.map((quota, code) => quota - shares[code]!);
  const descending = [...new Set(remainders)].sort((a, b) => b - a);
  for (const remainder of descending) {
    if (needed <= 0) break;
    const tied = remainders.flatMap((other, code) => (other === remainder ? [code] : []));
    const chosen = random.choice(tied, Math.min(tied.length, needed));
    for (const code of chosen) shares[code]!++;
    needed -= chosen.length;
  }
  return shares;
}
