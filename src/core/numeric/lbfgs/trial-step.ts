/** A step along a line with the function's value and slope there. */
export interface LinePoint {
  readonly step: number;
  readonly value: number;
  readonly slope: number;
}

/** Where a line search looks for a minimum. */
export interface Bracket {
  /** The best point so far. */
  readonly best: LinePoint;
  /** The other end of the interval. */
  readonly other: LinePoint;
  /** Whether a minimum is known to lie between the two. */
  readonly isBracketed: boolean;
}

/**
 * Takes in the `trial` point and proposes the next step: by the cubic and the parabola through the points,
 * choosing between them so that the interval shrinks without trusting either too much. The update of Moré and
 * Thuente (1994), section 4, as in MINPACK-2's dcstep; steps that leave the interval are cut to `limits`.
 */
export function nextTrialStep(
  bracket: Bracket,
  trial: LinePoint,
  limits: { readonly min: number; readonly max: number },
): { readonly bracket: Bracket; readonly step: number } {
  const { best, other } = bracket;
  const turns = Math.sign(trial.slope) * Math.sign(best.slope) < 0;
  if (trial.value > best.value) {
    return { step: stepBack(best, trial), bracket: { best, other: trial, isBracketed: true } };
  }
  if (turns) {
    return { step: stepAcross(best, trial), bracket: { best: trial, other: best, isBracketed: true } };
  }
  const step =
    Math.abs(trial.slope) < Math.abs(best.slope)
      ? stepOnward(bracket, trial, limits)
      : stepOnSteepening(bracket, trial, limits);
  return { step, bracket: { best: trial, other, isBracketed: bracket.isBracketed } };
}

/** The value rose: the cubic's minimum if nearer to the best point than the parabola's, else half way. */
function stepBack(best: LinePoint, trial: LinePoint): number {
  const width = trial.step - best.step;
  const { theta, gamma } = cubicThrough(best, trial);
  const signed = trial.step < best.step ? -gamma : gamma;
  const ratio = (signed - best.slope + theta) / (signed - best.slope + signed + trial.slope);
  const cubic = best.step + ratio * width;
  const secant = (best.value - trial.value) / width + best.slope;
  const parabola = best.step + (best.slope / secant / 2) * width;
  if (Math.abs(cubic - best.step) <= Math.abs(parabola - best.step)) return cubic;
  return cubic + (parabola - cubic) / 2;
}

/** The slope changed its sign: the cubic's minimum or the secant's, whichever is farther from the trial. */
function stepAcross(best: LinePoint, trial: LinePoint): number {
  const { theta, gamma } = cubicThrough(best, trial);
  const signed = trial.step > best.step ? -gamma : gamma;
  const ratio = (signed - trial.slope + theta) / (signed - trial.slope + signed + best.slope);
  const cubic = trial.step + ratio * (best.step - trial.step);
  const secant = secantStep(best, trial);
  return Math.abs(cubic - trial.step) > Math.abs(secant - trial.step) ? cubic : secant;
}

/** The slope flattened: the cubic's minimum, where it has one ahead, against the secant's. */
function stepOnward(
  bracket: Bracket,
  trial: LinePoint,
  limits: { readonly min: number; readonly max: number },
): number {
  const { best, other, isBracketed } = bracket;
  const { theta, gamma } = cubicThrough(best, trial);
  const signed = trial.step > best.step ? -gamma : gamma;
  const ratio = (signed - trial.slope + theta) / (signed + (best.slope - trial.slope) + signed);
  const hasMinimumAhead = ratio < 0 && gamma !== 0;
  const farEnd = trial.step > best.step ? limits.max : limits.min;
  const cubic = hasMinimumAhead ? trial.step + ratio * (best.step - trial.step) : farEnd;
  const secant = secantStep(best, trial);
  const toCubic = Math.abs(cubic - trial.step);
  const toSecant = Math.abs(secant - trial.step);
  if (!isBracketed) return Math.min(Math.max(toCubic > toSecant ? cubic : secant, limits.min), limits.max);
  const step = toCubic < toSecant ? cubic : secant;
  const twoThirds = trial.step + 0.66 * (other.step - trial.step);
  return trial.step > best.step ? Math.min(twoThirds, step) : Math.max(twoThirds, step);
}

/** The slope did not flatten: the cubic towards the other end, or as far as allowed. */
function stepOnSteepening(
  { best, other, isBracketed }: Bracket,
  trial: LinePoint,
  limits: { readonly min: number; readonly max: number },
): number {
  if (!isBracketed) return trial.step > best.step ? limits.max : limits.min;
  const { theta, gamma } = cubicThrough(other, trial);
  const signed = trial.step > other.step ? -gamma : gamma;
  const ratio = (signed - trial.slope + theta) / (signed - trial.slope + signed + other.slope);
  return trial.step + ratio * (other.step - trial.step);
}

/**
 * The terms of the minimum of the cubic with the values and slopes of two points, scaled against overflow;
 * gamma is 0 where the cubic has no minimum.
 */
function cubicThrough(from: LinePoint, to: LinePoint): { theta: number; gamma: number } {
  const theta = (3 * (from.value - to.value)) / (to.step - from.step) + from.slope + to.slope;
  const scale = Math.max(Math.abs(theta), Math.abs(from.slope), Math.abs(to.slope));
  const ratio = theta / scale;
  const discriminant = ratio * ratio - (from.slope / scale) * (to.slope / scale);
  return { theta, gamma: scale * Math.sqrt(Math.max(0, discriminant)) };
}

function secantStep(best: LinePoint, trial: LinePoint): number {
  return trial.step + (trial.slope / (trial.slope - best.slope)) * (best.step - trial.step);
}
