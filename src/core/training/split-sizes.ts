import { quote, ValueError } from '../errors.ts';
import { type CountOrFraction, readSize, type Size } from './count-or-fraction.ts';

/** The two sizes a caller may name; a missing one is what the other leaves, both missing is a quarter to test. */
export interface SplitSizeOptions {
  readonly testSize?: CountOrFraction | null | undefined;
  readonly trainSize?: CountOrFraction | null | undefined;
}

/**
 * How many of `n` rows go to train and to test: a test fraction is rounded up, a train fraction down. Throws
 * `ValueError` where a size is out of range, the two exceed `n`, or the train set would be empty.
 */
export function splitSizes(n: number, options: SplitSizeOptions): { nTrain: number; nTest: number } {
  const testSize = readOptional(n, 'testSize', options.testSize);
  const trainSize = readOptional(n, 'trainSize', options.trainSize);
  if (testSize?.unit === 'fraction' && trainSize?.unit === 'fraction') {
    const sum = testSize.number + trainSize.number;
    if (sum > 1) {
      throw new ValueError(
        `the sum of testSize and trainSize is ${sum}`,
        'reduce one so that the sum is at most 1',
      );
    }
  }
  const test = testSize ?? (trainSize === null ? { unit: 'fraction', number: 0.25 } : null);
  const namedTest = test === null ? null : rowsOf(n, test, Math.ceil);
  const namedTrain = trainSize === null ? null : rowsOf(n, trainSize, Math.floor);
  const nTrain = namedTrain ?? n - namedTest!;
  const nTest = namedTest ?? n - nTrain;
  if (nTrain + nTest > n) {
    throw new ValueError(
      `the sum of trainSize and testSize is ${nTrain + nTest}, more than the ${n} rows`,
      'reduce testSize or trainSize',
    );
  }
  if (nTrain === 0) {
    throw new ValueError(
      `with ${n} rows, testSize=${quote(options.testSize ?? null)} and trainSize=${quote(options.trainSize ?? null)} the train set is empty`,
      'reduce testSize, or pass more rows',
    );
  }
  return { nTrain, nTest };
}

function readOptional(n: number, name: string, value: CountOrFraction | null | undefined): Size | null {
  if (value === null || value === undefined) return null;
  const size = readSize(name, value);
  const limit = size.unit === 'count' ? n : 1;
  if (size.number <= 0 || size.number >= limit) {
    throw new ValueError(
      `${name}=${quote(value)} is neither a count from 1 to ${n - 1} nor a fraction between 0 and 1`,
      `there are ${n} rows; both sides of the split need some`,
    );
  }
  return size;
}

function rowsOf(n: number, size: Size, round: (rows: number) => number): number {
  return size.unit === 'count' ? size.number : round(size.number * n);
}
