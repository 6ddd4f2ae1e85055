import { type Bracket, type LinePoint, nextTrialStep } from './trial-step.ts';

// The settings of L-BFGS-B 3.0.
const SUFFICIENT_DECREASE = 1e-3;
const CURVATURE = 0.9;
const NARROWEST = 0.1;
export const LARGEST_STEP = 1e10;

/**
 * Looks along a descending line for a step that lowers the value enough and flattens the slope enough (the
 * strong Wolfe conditions), trying `firstStep` first. Returns the last step evaluated, also where rounding
 * stops the search; null where `maxEvaluations` do not suffice. The search of Moré and Thuente (1994), as
 * MINPACK-2's dcsrch.
 */
export function searchAlongLine<P extends LinePoint>(
  evaluate: (step: number) => P,
  start: LinePoint,
  options: { readonly firstStep: number; readonly maxEvaluations: number },
): P | null {
  const line = new Line(start, options.firstStep);
  let step = options.firstStep;
  for (let evaluation = 0; evaluation < options.maxEvaluations; evaluation++) {
    const trial = evaluate(step);
    if (line.accepts(trial)) return trial;
    step = line.next(trial);
  }
  return null;
}

/** What the search knows of the line: the interval that holds the minimum and how fast it shrinks. */
class Line {
  private readonly start: LinePoint;
  private readonly sufficientSlope: number;
  private bracket: Bracket;
  private limits: { min: number; max: number };
  private hasDescended = false;
  private width = LARGEST_STEP;
  private widthBefore = 2 * LARGEST_STEP;

  constructor(start: LinePoint, firstStep: number) {
    this.start = start;
    this.sufficientSlope = SUFFICIENT_DECREASE * start.slope;
    this.bracket = { best: start, other: start, isBracketed: false };
    this.limits = { min: 0, max: firstStep + 4 * firstStep };
  }

  /** Whether to stop at `trial`: it satisfies the conditions, or the interval cannot shrink any more. */
  accepts(trial: LinePoint): boolean {
    const enough = this.start.value + trial.step * this.sufficientSlope;
    if (trial.value <= enough && trial.slope >= 0) this.hasDescended = true;
    if (trial.value <= enough && Math.abs(trial.slope) <= CURVATURE * -this.start.slope) return true;
    if (trial.step === LARGEST_STEP && trial.value <= enough && trial.slope <= this.sufficientSlope)
      return true;
    return this.isExhausted(trial.step);
  }

  /** The step to try after `trial`. */
  next(trial: LinePoint): number {
    let step = this.shrinkAround(trial);
    const { best, other, isBracketed } = this.bracket;
    if (isBracketed) {
      const width = Math.abs(other.step - best.step);
      if (width >= 0.66 * this.widthBefore) step = best.step + 0.5 * (other.step - best.step);
      this.widthBefore = this.width;
      this.width = width;
      this.limits = { min: Math.min(best.step, other.step), max: Math.max(best.step, other.step) };
    } else {
      const onward = step - best.step;
      this.limits = { min: step + 1.1 * onward, max: step + 4 * onward };
    }
    step = Math.min(Math.max(step, 0), LARGEST_STEP);
    return this.isExhausted(step) ? best.step : step;
  }

  /**
   * Updates the bracket. Until a point has descended enough, one that is lower but not low enough is judged
   * by the function less the sufficient decrease, which has its minimum among the acceptable steps.
   */
  private shrinkAround(trial: LinePoint): number {
    const slope = this.sufficientSlope;
    const enough = this.start.value + trial.step * slope;
    const isModified = !this.hasDescended && trial.value <= this.bracket.best.value && trial.value > enough;
    if (!isModified) {
      const next = nextTrialStep(this.bracket, trial, this.limits);
      this.bracket = next.bracket;
      return next.step;
    }
    const tilted = {
      best: tilt(this.bracket.best, -slope),
      other: tilt(this.bracket.other, -slope),
      isBracketed: this.bracket.isBracketed,
    };
    const { bracket, step } = nextTrialStep(tilted, tilt(trial, -slope), this.limits);
    this.bracket = {
      best: tilt(bracket.best, slope),
      other: tilt(bracket.other, slope),
      isBracketed: bracket.isBracketed,
    };
    return step;
  }

  private isExhausted(step: number): boolean {
    const { min, max } = this.limits;
    if (!this.bracket.isBracketed) return false;
    return step <= min || step >= max || max - min <= NARROWEST * max;
  }
}

/** The point on the function plus a straight line of this slope. */
function tilt({ step, value, slope }: LinePoint, by: number): LinePoint {
  return { step, value: value + step * by, slope: slope + by };
}
