/** Above this n d² the two one-sided events hardly ever happen together: doubling one is exact to 1e-10. */
const ONE_SIDED_FROM = 3;

/**
 * P(D ≥ d) of the two-sided one-sample Kolmogorov statistic for n rows (scipy's `kstwo.sf`). Absolute error about
 * 1e-10. O(n² d² n) in the middle, O(n) in the tail.
 */
export function kolmogorovTail(n: number, d: number): number {
  if (d >= 1) return 0;
  if (n * d <= 0.5) return 1;
  if (d >= 0.5 || n * d * d >= ONE_SIDED_FROM) return Math.min(1, 2 * oneSidedTail(n, d));
  return 1 - centralProbability(n, d);
}

/** Smirnov's sum for the one-sided statistic, in logarithms because the binomials overflow. */
function oneSidedTail(n: number, d: number): number {
  let logBinomial = 0;
  let sum = 0;
  for (let j = 0; j <= Math.floor(n * (1 - d)); j++) {
    if (j > 0) logBinomial += Math.log((n - j + 1) / j);
    const rest = 1 - d - j / n;
    const logRest = n === j ? 0 : (n - j) * Math.log(rest);
    if (rest > 0 || n === j) sum += Math.exp(logBinomial + logRest + (j - 1) * Math.log(d + j / n));
  }
  return d * sum;
}

/**
 * Durbin's matrix recursion (as used by Marsaglia, Tsang and Wang), applied to one vector n times with the
 * factor n! / nⁿ spread over the steps, so that nothing overflows.
 */
function centralProbability(n: number, d: number): number {
  const k = Math.ceil(n * d);
  const size = 2 * k - 1;
  const matrix = durbinMatrix(size, k - n * d);
  let vector = new Float64Array(size);
  vector[k - 1] = 1;
  for (let step = 1; step <= n; step++) {
    const next = new Float64Array(size);
    for (let row = 0; row < size; row++) {
      let sum = 0;
      for (let column = 0; column < Math.min(row + 2, size); column++) {
        sum += matrix[row * size + column]! * vector[column]!;
      }
      next[row] = (sum * step) / n;
    }
    vector = next;
  }
  return vector[k - 1]!;
}

/** Entries 1 / (i − j + 1)! on and below the first superdiagonal, corrected at the two ends of the band. */
function durbinMatrix(size: number, h: number): Float64Array {
  const inverseFactorial = new Float64Array(size + 2).fill(1);
  for (let i = 2; i < inverseFactorial.length; i++) inverseFactorial[i] = inverseFactorial[i - 1]! / i;
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < Math.min(row + 2, size); column++) {
      matrix[row * size + column] = inverseFactorial[row - column + 1]!;
    }
  }
  for (let i = 0; i < size; i++) {
    matrix[i * size]! -= h ** (i + 1) * inverseFactorial[i + 1]!;
    matrix[size * size - 1 - i]! -= h ** (i + 1) * inverseFactorial[i + 1]!;
  }
  const corner = 2 * h - 1;
  if (corner > 0) matrix[(size - 1) * size]! += corner ** size * inverseFactorial[size]!;
  return matrix;
}
