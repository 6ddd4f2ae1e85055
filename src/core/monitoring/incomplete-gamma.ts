/**
 * Regularised upper incomplete gamma function Q(halves / 2, x) for a whole number of halves: the tail of the
 * chi-square distribution, and for one half the two-sided tail of the normal one. Relative error about 1e-13.
 * Scores are not digested, so the host's exp and log are precise enough.
 */
export function upperGamma(halves: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  const a = halves / 2;
  const front = Math.exp(a * Math.log(x) - x - logGammaOfHalves(halves));
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x);
}

/** log Γ(halves / 2), by Γ(z + 1) = z Γ(z) from Γ(1/2) = √π or Γ(1) = 1. */
function logGammaOfHalves(halves: number): number {
  let sum = halves % 2 === 1 ? Math.log(Math.PI) / 2 : 0;
  for (let z = halves % 2 === 1 ? 0.5 : 1; z < halves / 2; z++) sum += Math.log(z);
  return sum;
}

/** Σ xⁿ / (a (a + 1) … (a + n)): the lower function without its front factor. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** The continued fraction of the upper function without its front factor, by Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return fraction;
}
