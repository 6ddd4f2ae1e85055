/**
 * The sum of `values[start..end)` added in numpy's order, so that it has the last bit of `np.sum`: up to 128
 * values in eight interleaved accumulators, longer runs halved at a multiple of 8. Also more accurate than
 * adding from left to right: the error grows with log n. 0 for an empty range.
 */
export function pairwiseSum(values: ArrayLike<number>, start = 0, end = values.length): number {
  const n = end - start;
  if (n < 8) return sumFrom(0, values, { start, end });
  if (n <= 128) return sumBlock(values, start, end);
  const half = Math.floor(n / 2);
  const middle = start + half - (half % 8);
  return pairwiseSum(values, start, middle) + pairwiseSum(values, middle, end);
}

function sumBlock(values: ArrayLike<number>, start: number, end: number): number {
  const accumulators = Float64Array.from({ length: 8 }, (_, i) => values[start + i]!);
  const blocksEnd = end - ((end - start) % 8);
  for (let block = start + 8; block < blocksEnd; block += 8) {
    for (let i = 0; i < 8; i++) accumulators[i]! += values[block + i]!;
  }
  const [a, b, c, d, e, f, g, h] = accumulators as unknown as EightNumbers;
  return sumFrom(a + b + (c + d) + (e + f + (g + h)), values, { start: blocksEnd, end });
}

function sumFrom(
  first: number,
  values: ArrayLike<number>,
  range: { readonly start: number; readonly end: number },
): number {
  let sum = first;
  for (let i = range.start; i < range.end; i++) sum += values[i]!;
  return sum;
}

type EightNumbers = [number, number, number, number, number, number, number, number];
