import { exp } from '../../numeric/exp.ts';
import { log1p } from '../../numeric/log.ts';
import type { RowLoss } from './penalized-loss.ts';

/**
 * −ln of the probability of the true class (0 or 1) and its derivative by the score, where the probability of
 * class 1 is 1 / (1 + e^−score). Four ranges of the score keep all digits, as scikit-learn's half binomial
 * loss.
 */
export const halfBinomialLoss: RowLoss = (scores, code, gradient) => {
  const score = scores[0]!;
  const other = 1 - code;
  if (score <= -2) {
    const odds = exp(score);
    gradient[0] = score <= -37 ? odds - code : (other * odds - code) / (1 + odds);
    return (score <= -37 ? odds : log1p(odds)) - code * score;
  }
  const odds = exp(-score);
  gradient[0] = (other - code * odds) / (1 + odds);
  return (score <= 18 ? log1p(odds) : odds) + other * score;
};

/** The probability that belongs to a score: 1 / (1 + e^−score). */
export function sigmoid(score: number): number {
  return 1 / (1 + exp(-score));
}
