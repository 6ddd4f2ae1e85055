import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitSizes } from '../../../src/core/training/split-sizes.ts';

it.each([
  [7043, {}, 5282, 1761],
  [10, { testSize: 0.25 }, 7, 3],
  [10, { trainSize: 0.25 }, 2, 8],
  [10, { testSize: 3 }, 7, 3],
  [10, { testSize: 0.3, trainSize: 0.3 }, 3, 3],
  [10, { testSize: 2, trainSize: 5 }, 5, 2],
  [2, { testSize: null }, 1, 1],
])('%d rows with %j are %d to train and %d to test', (n, options, nTrain, nTest) => {
  expect(splitSizes(n, options)).toEqual({ nTrain, nTest });
});

it.each([
  [10, { testSize: 10 }],
  [10, { testSize: 0 }],
  [10, { testSize: -0.5 }],
  [10, { testSize: { fraction: 1 } }],
  [10, { testSize: 0.8, trainSize: 0.3 }],
  [10, { testSize: 6, trainSize: 5 }],
  [1, {}],
  [0, {}],
  [3, { trainSize: 0.1 }],
])('%d rows with %j are refused with a hint', (n, options) => {
  expect(() => splitSizes(n, options)).toThrow(
    expect.objectContaining({ name: 'ValueError', hint: expect.stringMatching(/./) }),
  );
});

it('rounds what tests up and what trains down, and uses every row where one size is named', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5000 }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      (n, size) => {
        const nTest = Math.ceil(size * n);
        if (nTest < n) expect(splitSizes(n, { testSize: size })).toEqual({ nTrain: n - nTest, nTest });
        const nTrain = Math.floor(size * n);
        if (nTrain > 0) expect(splitSizes(n, { trainSize: size })).toEqual({ nTrain, nTest: n - nTrain });
      },
    ),
  );
});
