import { ValueError } from '../errors.ts';

/** Throws a `ValueError` that lists the lengths unless all arrays given have the same one. */
export function checkLengths(...arrays: readonly ({ readonly length: number } | undefined)[]): void {
  const lengths = arrays.filter((array) => array !== undefined).map((array) => array.length);
  if (new Set(lengths).size > 1) {
    throw new ValueError(
      `Found input variables with inconsistent numbers of samples: [${lengths.join(', ')}]`,
      'labels, predictions and weights need one entry per row, in the same order',
    );
  }
}
