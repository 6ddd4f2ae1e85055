import type { Rows } from './network.ts';

/** What the network should answer: one column of 0 and 1 for two classes, one column per class for more. */
export function oneHotTargets(codes: Int32Array, nClasses: number): Rows {
  if (nClasses === 2) return { values: Float32Array.from(codes), nRows: codes.length, nCols: 1 };
  const values = new Float32Array(codes.length * nClasses);
  codes.forEach((code, row) => {
    values[row * nClasses + code] = 1;
  });
  return { values, nRows: codes.length, nCols: nClasses };
}

/** The class of each row of outputs: above one half is the second of two, else the first largest. */
export function classCodes({ values, nRows, nCols }: Rows): Int32Array {
  if (nCols === 1) return Int32Array.from(values, (probability) => (probability > 0.5 ? 1 : 0));
  return Int32Array.from({ length: nRows }, (_, row) => {
    const probabilities = values.subarray(row * nCols, (row + 1) * nCols);
    return probabilities.indexOf(probabilities.reduce((a, b) => Math.max(a, b)));
  });
}
