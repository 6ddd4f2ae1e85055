import { MersenneTwister } from '../../../../src/core/training/mersenne-twister.ts';

const N_ROWS = 400;
const random = new MersenneTwister(3);

/** A forest small enough for every engine to grow in a test. */
export const smallX = {
  data: Float64Array.from({ length: N_ROWS * 4 }, () => random.randomSample()),
  nRows: N_ROWS,
  nCols: 4,
};
export const smallY = Array.from({ length: N_ROWS }, (_, row) =>
  smallX.data[row * 4]! + random.randomSample() > 1 ? 'leave' : 'stay',
);
export const smallParams = { randomState: 42, nEstimators: 25, classWeight: 'balanced' as const };

/** Its digest, wherever and by however many workers it is grown. */
export const SMALL_FOREST_DIGEST = '1adec24ca6ba55935de2437cb6c8be04353c1d23b1e2b704c3ad0a5a5f87d0e5';
